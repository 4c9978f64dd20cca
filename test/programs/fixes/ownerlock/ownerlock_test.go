package ownerlock

import (
	"sync"
	"testing"
)

func TestOwnerlock(t *testing.T) {
	q := New()
	var wg sync.WaitGroup
	wg.Add(2)
	go func() {
		defer wg.Done()
		for range 100 {
			Touch(q, "a", 1)
		}
	}()
	go func() {
		defer wg.Done()
		for range 100 {
			q.Sum()
		}
	}()
	wg.Wait()
	if q.Sum() != 1 {
		t.Error("no stamp")
	}
}
