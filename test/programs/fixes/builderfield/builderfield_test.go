package builderfield

import (
	"sync"
	"testing"
)

func TestBuilderfield(t *testing.T) {
	var r Report
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for range 50 {
				r.Add("x")
			}
			_ = i
		}()
	}
	wg.Wait()
	if len(r.Text()) != 400 {
		t.Error("lost lines")
	}
}
