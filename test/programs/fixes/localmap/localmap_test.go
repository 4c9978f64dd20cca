package localmap

import (
	"sync"
	"testing"
)

func TestLocalmap(t *testing.T) {
	counts := map[int]int{}
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for range 50 {
				counts[i]++
			}
			_ = i
		}()
	}
	wg.Wait()
	if len(counts) != 8 {
		t.Errorf("got %d", len(counts))
	}
}
