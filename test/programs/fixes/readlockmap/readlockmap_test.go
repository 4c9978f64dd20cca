package readlockmap

import (
	"sync"
	"testing"
)

func TestReadlockmap(t *testing.T) {
	r := New()
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for range 50 {
				r.Mark(1)
				r.Seen(1)
			}
			_ = i
		}()
	}
	wg.Wait()
}
