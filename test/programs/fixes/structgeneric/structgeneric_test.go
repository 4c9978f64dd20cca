package structgeneric

import (
	"sync"
	"testing"
)

func TestStructgeneric(t *testing.T) {
	s := New[int]()
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for range 50 {
				s.Add(i)
				s.Has(i)
			}
			_ = i
		}()
	}
	wg.Wait()
}
