package localcounter

import (
	"sync"
	"testing"
)

func TestLocalcounter(t *testing.T) {
	n := 0
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for range 50 {
				n++
			}
			_ = i
		}()
	}
	wg.Wait()
	if n != 400 {
		t.Errorf("got %d", n)
	}
}
