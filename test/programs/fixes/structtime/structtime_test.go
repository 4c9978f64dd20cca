package structtime

import (
	"sync"
	"testing"
)

func TestStructtime(t *testing.T) {
	s := &Session{}
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for range 50 {
				s.Touch()
				s.Idle()
			}
			_ = i
		}()
	}
	wg.Wait()
}
