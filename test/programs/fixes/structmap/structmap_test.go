package structmap

import (
	"sync"
	"testing"
)

func TestStructmap(t *testing.T) {
	s := New()
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for range 50 {
				s.Set("a", "b")
				s.Update("c")
			}
			_ = i
		}()
	}
	wg.Wait()
}
