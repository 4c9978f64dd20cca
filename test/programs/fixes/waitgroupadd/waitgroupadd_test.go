package waitgroupadd

import (
	"sync"
	"testing"
)

func TestWaitgroupadd(t *testing.T) {
	var wg sync.WaitGroup
	results := make([]int, 4)
	for i := range 4 {
		go func() {
			wg.Add(1)
			defer wg.Done()
			results[i] = i + 1
		}()
	}
	wg.Wait()
	for _, r := range results {
		if r == 0 {
			t.Log("missing")
		}
	}
}
