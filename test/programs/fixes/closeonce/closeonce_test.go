package closeonce

import (
	"sync"
	"testing"
)

func TestCloseonce(t *testing.T) {
	for range 5 {
		s := New()
		start := make(chan struct{})
		var wg sync.WaitGroup
		for range 4 {
			wg.Add(1)
			go func() {
				defer wg.Done()
				<-start
				s.Stop()
			}()
		}
		close(start)
		wg.Wait()
		<-s.Done()
	}
}
