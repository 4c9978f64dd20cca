package closetwice

import (
	"sync"
	"testing"
)

func TestClosetwice(t *testing.T) {
	h := New()
	var wg sync.WaitGroup
	for range 4 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			h.Close()
		}()
	}
	wg.Wait()
}
