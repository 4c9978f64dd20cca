package loopwait

import (
	"sync"
	"testing"
)

func TestLoopwait(t *testing.T) {
	h := &Hub{}
	h.Add(make(chan int, 200))
	var wg sync.WaitGroup
	wg.Add(2)
	go func() {
		defer wg.Done()
		for range 50 {
			h.Add(make(chan int, 200))
		}
	}()
	go func() {
		defer wg.Done()
		for n := range 50 {
			h.Send(n)
		}
	}()
	wg.Wait()
	if len(h.watchers) != 51 {
		t.Errorf("%d watchers", len(h.watchers))
	}
}
