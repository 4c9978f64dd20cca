package readlockwrite

import (
	"sync"
	"testing"
)

func TestReadlockwrite(t *testing.T) {
	c := New()
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for range 50 {
				c.Get("a")
			}
			_ = i
		}()
	}
	wg.Wait()
}
