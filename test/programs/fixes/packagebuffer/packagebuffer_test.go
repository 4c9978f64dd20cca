package packagebuffer

import (
	"sync"
	"testing"
)

func TestPackagebuffer(t *testing.T) {

	var wg sync.WaitGroup
	for i := range 8 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for range 50 {
				Join(1, 2, 3)
			}
			_ = i
		}()
	}
	wg.Wait()
}
