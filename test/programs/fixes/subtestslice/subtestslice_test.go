package subtestslice

import (
	"slices"
	"testing"
	"time"
)

func TestSubtestslice(t *testing.T) {
	input := []int{3, 1, 2}
	for _, name := range []string{"one", "two", "three"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			slices.Sort(input)
			time.Sleep(time.Millisecond)
			if input[0] != 1 {
				t.Errorf("got %v", input)
			}
		})
	}
}
