package mixedlocal

import (
	"sync"
	"sync/atomic"
	"testing"
)

func TestMixedlocal(t *testing.T) {
	var n int32
	var wg sync.WaitGroup
	for range 4 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			atomic.AddInt32(&n, 1)
			if n > 4 {
				t.Error("too many")
			}
		}()
	}
	wg.Wait()
}
