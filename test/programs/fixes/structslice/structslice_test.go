package structslice

import (
	"sync"
	"testing"
)

func TestStructslice(t *testing.T) {
	var b Bus
	var wg sync.WaitGroup
	for i := range 4 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for range 5 {
				b.Subscribe(func(int) {})
				b.Publish(i)
			}
		}()
	}
	wg.Wait()
}
