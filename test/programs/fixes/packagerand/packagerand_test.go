package packagerand

import (
	"sync"
	"testing"
)

func TestPackagerand(t *testing.T) {

	var wg sync.WaitGroup
	for i := range 8 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for range 50 {
				Roll()
			}
			_ = i
		}()
	}
	wg.Wait()
}
