package testutil

import (
	"sync"
	"testing"
)

func TestCount(t *testing.T) {
	var wg sync.WaitGroup
	done := 0
	for range 2 {
		wg.Go(func() {
			done++ // want `done .* is written by each goroutine`
		})
	}
	wg.Wait()
	t.Log(done)
}
