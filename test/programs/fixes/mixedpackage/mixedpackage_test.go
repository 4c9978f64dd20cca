package mixedpackage

import (
	"sync"
	"testing"
)

func TestMixedpackage(t *testing.T) {

	var wg sync.WaitGroup
	for i := range 8 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for range 50 {
				Handle()
				Requests()
			}
			_ = i
		}()
	}
	wg.Wait()
}
