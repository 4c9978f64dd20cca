package twofields

import (
	"sync"
	"testing"
)

func TestTwofields(t *testing.T) {
	p := &Pool{}
	var wg sync.WaitGroup
	for i := range 4 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for range 50 {
				p.Add(i)
			}
		}()
	}
	wg.Wait()
	if running, workers := p.Len(); running > 200 || workers > 200 {
		t.Error(running, workers)
	}
}
