package lazyflag

import (
	"sync"
	"testing"
)

func TestLazyflag(t *testing.T) {

	var wg sync.WaitGroup
	for i := range 8 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for range 50 {
				_ = Table()[3]
			}
			_ = i
		}()
	}
	wg.Wait()
}
