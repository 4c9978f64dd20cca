package structdirect

import (
	"sync"
	"testing"
)

type total struct{ sum int }

func TestStructdirect(t *testing.T) {
	var wg sync.WaitGroup
	result := &total{}
	for i := range 8 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			result.sum += i
		}()
	}
	wg.Wait()
	if result.sum != 28 {
		t.Errorf("got %d", result.sum)
	}
}
