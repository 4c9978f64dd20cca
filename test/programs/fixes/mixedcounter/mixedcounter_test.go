package mixedcounter

import (
	"sync"
	"testing"
)

func TestMixedcounter(t *testing.T) {
	c := &Counter{}
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for range 50 {
				c.Inc()
				c.Value()
				c.Reset()
			}
			_ = i
		}()
	}
	wg.Wait()
}
