package sharedbuffer

import (
	"sync"
	"testing"
)

func TestSharedBuffer(t *testing.T) {
	var l Logger
	var wg sync.WaitGroup
	for range 4 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			l.Log("hello from a goroutine")
		}()
	}
	wg.Wait()
}
