package localmax

import (
	"testing"
)

func TestLocalmax(t *testing.T) {
	if got := Max([]int{1, 5, 9, 2, 7}); got != 9 {
		t.Errorf("got %d", got)
	}
}
