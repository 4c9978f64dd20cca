package readlockwrite

import (
	"sync"
	"testing"
)

func TestReadLockWrite(t *testing.T) {
	var s Stats
	var wg sync.WaitGroup
	for range 4 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for range 50 {
				_ = s.Read()
			}
		}()
	}
	wg.Wait()
}
