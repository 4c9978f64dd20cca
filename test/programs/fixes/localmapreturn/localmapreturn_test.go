package localmapreturn

import (
	"testing"
)

func TestLocalmapreturn(t *testing.T) {
	if got := Index([]string{"a", "b", "c", "d", "a"}); len(got) != 4 {
		t.Errorf("got %v", got)
	}
}
