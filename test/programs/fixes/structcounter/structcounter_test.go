package structcounter

import (
	"sync"
	"testing"
)

func TestStructcounter(t *testing.T) {
	c := &Counter{}
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for range 50 {
				c.Inc()
			}
			_ = i
		}()
	}
	wg.Wait()
	if c.Value() != 400 {
		t.Errorf("got %d", c.Value())
	}
}
