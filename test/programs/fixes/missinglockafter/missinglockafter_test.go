package missinglockafter

import (
	"sync"
	"testing"
)

func TestMissinglockafter(t *testing.T) {
	s := New()
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for range 50 {
				s.Hit("a")
			}
			_ = i
		}()
	}
	wg.Wait()
}
