package missinglock

import (
	"sync"
	"testing"
)

func TestMissingLock(t *testing.T) {
	var s Store
	var wg sync.WaitGroup
	for range 4 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			s.Add(1)
			_ = s.Len()
		}()
	}
	wg.Wait()
}
