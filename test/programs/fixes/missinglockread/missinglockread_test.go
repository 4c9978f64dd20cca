package missinglockread

import (
	"sync"
	"testing"
)

func TestMissinglockread(t *testing.T) {
	var c Counter
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for range 50 {
				c.Inc()
				_ = c.Value()
			}
			_ = i
		}()
	}
	wg.Wait()
}
