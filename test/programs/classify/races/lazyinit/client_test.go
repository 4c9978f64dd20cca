package lazyinit

import (
	"sync"
	"testing"
)

func TestLazyInit(t *testing.T) {
	var c Client
	var wg sync.WaitGroup
	for range 4 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			_ = c.Conn()
		}()
	}
	wg.Wait()
}
