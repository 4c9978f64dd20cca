package missinglockhelper

import (
	"sync"
	"testing"
)

func TestMissinglockhelper(t *testing.T) {
	var q Queue
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for range 50 {
				q.Push(1)
				q.PushAll(2, 3)
			}
			_ = i
		}()
	}
	wg.Wait()
	if q.Len() != 1200 {
		t.Error("lost items")
	}
}
