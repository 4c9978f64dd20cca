package structnested

import (
	"sync"
	"testing"
)

func TestStructnested(t *testing.T) {
	c := &Cache{}
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for range 50 {
				c.Hit()
			}
			_ = i
		}()
	}
	wg.Wait()
	if c.Hits() != 400 {
		t.Error("lost hits")
	}
}
