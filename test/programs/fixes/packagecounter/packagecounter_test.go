package packagecounter

import (
	"sync"
	"testing"
)

func TestPackagecounter(t *testing.T) {

	var wg sync.WaitGroup
	for i := range 8 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for range 50 {
				Add(1)
			}
			_ = i
		}()
	}
	wg.Wait()
	if Total() != 400 {
		t.Errorf("got %d", Total())
	}
}
