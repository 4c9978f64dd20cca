// want race-captured-variable latest

package styles

import (
	"iter"
	"sync"
	"testing"
)

func numbers(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := range n {
			if !yield(i) {
				return
			}
		}
	}
}
func TestRangefunc(t *testing.T) {
	var latest int
	var wg sync.WaitGroup
	for n := range numbers(3) {
		wg.Go(func() { latest = n })
	}
	wg.Wait()
	_ = latest
}
