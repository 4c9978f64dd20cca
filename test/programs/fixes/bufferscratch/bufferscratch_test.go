package bufferscratch

import (
	"sync"
	"testing"
)

func TestBufferscratch(t *testing.T) {
	var e Encoder
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for range 50 {
				e.Encode([]int{1, 2, 3})
			}
			_ = i
		}()
	}
	wg.Wait()
}
