package waitgroupdone

import (
	"sync"
	"testing"
)

func TestWaitgroupdone(t *testing.T) {
	var wg sync.WaitGroup
	results := make([]int, 4)
	for i := range 4 {
		wg.Add(1)
		go func() {
			wg.Done()
			results[i] = i + 1
		}()
	}
	wg.Wait()
	for i, r := range results {
		t.Log(i, r)
	}
}
