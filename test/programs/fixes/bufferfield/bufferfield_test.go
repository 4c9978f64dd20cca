package bufferfield

import (
	"sync"
	"testing"
)

func TestBufferfield(t *testing.T) {
	var l Logger
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for range 50 {
				l.Log("x")
			}
			_ = i
		}()
	}
	wg.Wait()
	if l.Len() != 800 {
		t.Errorf("got %d bytes", l.Len())
	}
}
