package embeddedmutex

import (
	"sync"
	"testing"
)

func TestEmbeddedmutex(t *testing.T) {
	c := &Cacher{}
	var wg sync.WaitGroup
	for range 4 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for range 50 {
				if c.Dispatch() != 1 {
					t.Error("not one")
				}
			}
		}()
	}
	wg.Wait()
}
