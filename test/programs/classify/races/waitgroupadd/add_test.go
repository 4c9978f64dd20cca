// Package waitgroupadd (R9): Add runs in the goroutine, Wait may be first.
package waitgroupadd

import (
	"sync"
	"testing"
	"time"
)

func TestWaitGroupAdd(t *testing.T) {
	var wg sync.WaitGroup
	done := make(chan struct{}, 2)
	for range 2 {
		go func() {
			wg.Add(1)
			time.Sleep(100 * time.Millisecond)
			wg.Done()
			done <- struct{}{}
		}()
	}
	time.Sleep(50 * time.Millisecond)
	wg.Wait()
	<-done
	<-done
}
