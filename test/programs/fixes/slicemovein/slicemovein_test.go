package slicemovein

import (
	"sync"
	"testing"
)

func TestSlicemovein(t *testing.T) {
	var wg sync.WaitGroup
	scratch := make([]int, 4)
	for i := range 4 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for j := range scratch {
				scratch[j] = i
			}
			if scratch[0] != i {
				t.Error("mixed up")
			}
		}()
	}
	wg.Wait()
}
