package packageslice

import (
	"sync"
	"testing"
)

func TestPackageslice(t *testing.T) {

	var wg sync.WaitGroup
	for i := range 8 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for range 50 {
				OnExit(func() {})
				Hooks()
			}
			_ = i
		}()
	}
	wg.Wait()
}
