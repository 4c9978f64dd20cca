package packageconfig

import (
	"sync"
	"testing"
)

func TestPackageconfig(t *testing.T) {

	var wg sync.WaitGroup
	for i := range 8 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for range 50 {
				SetLevel(i)
				Current()
			}
			_ = i
		}()
	}
	wg.Wait()
}
