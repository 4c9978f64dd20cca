package structtwofields

import (
	"sync"
	"testing"
)

func TestStructtwofields(t *testing.T) {
	s := &Span{}
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for range 50 {
				s.Move(1)
				s.Bounds()
			}
			_ = i
		}()
	}
	wg.Wait()
}
