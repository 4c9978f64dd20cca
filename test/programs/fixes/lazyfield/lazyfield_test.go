package lazyfield

import (
	"sync"
	"testing"
)

func TestLazyfield(t *testing.T) {
	c := &Client{address: "a"}
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for range 50 {
				c.Header("host")
			}
			_ = i
		}()
	}
	wg.Wait()
}
