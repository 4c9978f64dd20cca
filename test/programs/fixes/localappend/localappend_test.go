package localappend

import (
	"testing"
)

func TestLocalappend(t *testing.T) {
	if got := Double(make([]int, 20)); len(got) != 20 {
		t.Errorf("got %d", len(got))
	}
}
