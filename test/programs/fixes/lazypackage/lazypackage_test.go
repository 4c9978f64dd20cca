package lazypackage

import (
	"sync"
	"testing"
)

func TestLazypackage(t *testing.T) {

	var wg sync.WaitGroup
	for i := range 8 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for range 50 {
				Clean("a")
			}
			_ = i
		}()
	}
	wg.Wait()
}
