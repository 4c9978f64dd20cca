package capturederrif

import (
	"testing"
)

func TestCapturederrif(t *testing.T) {
	if got := CountOdd([]int{1, 2, 3, 4, 5, 6}); got != 3 {
		t.Errorf("got %d", got)
	}
}
