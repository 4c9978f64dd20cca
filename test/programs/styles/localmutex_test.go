// want race-captured-variable best

package styles

import (
	"sync"
	"testing"
)

func search(n int) int {
	var mu sync.Mutex
	best := 0
	var wg sync.WaitGroup
	for i := range n {
		wg.Go(func() {
			mu.Lock()
			if i > best {
				best = i
			}
			mu.Unlock()
		})
	}
	if best > n {
		panic("x")
	}
	wg.Wait()
	return best
}
func TestLocalmutex(t *testing.T) { search(4) }
