// Package always shows its race in every run.
package always

import (
	"sync"
	"testing"
)

func TestAlways(t *testing.T) {
	total := 0
	var wg sync.WaitGroup
	for range 2 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			total++
		}()
	}
	wg.Wait()
}
