package locallist

import (
	"sync"
	"testing"
)

func TestLocallist(t *testing.T) {
	var events []string
	record := func(event string) {
		events = append(events, event)
	}
	var wg sync.WaitGroup
	for range 8 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			record("x")
		}()
	}
	wg.Wait()
	if len(events) != 8 {
		t.Errorf("got %d", len(events))
	}
}
