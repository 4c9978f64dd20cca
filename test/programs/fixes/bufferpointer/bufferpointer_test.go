package bufferpointer

import (
	"sync"
	"testing"
)

func TestBufferpointer(t *testing.T) {
	s := New("a")
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for range 50 {
				s.Printf("%d", 1)
			}
			_ = i
		}()
	}
	wg.Wait()
	_ = s.String()
}
