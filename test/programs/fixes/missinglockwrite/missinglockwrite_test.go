package missinglockwrite

import (
	"sync"
	"testing"
)

func TestMissinglockwrite(t *testing.T) {
	s := New()
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for range 50 {
				_ = s.Get("a")
				s.Reset()
			}
			_ = i
		}()
	}
	wg.Wait()
}
