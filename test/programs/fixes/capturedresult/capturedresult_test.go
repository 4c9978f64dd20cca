package capturedresult

import (
	"sync"
	"testing"
)

func TestCapturedresult(t *testing.T) {
	var wg sync.WaitGroup
	var sum int
	for i := range 8 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			sum = i * i
			if sum < 0 {
				t.Error("negative")
			}
		}()
	}
	wg.Wait()
}
