// Package waitgroupdone (R9): Done comes before the work is done.
package waitgroupdone

import (
	"sync"
	"testing"
)

func TestDoneTooEarly(t *testing.T) {
	var wg sync.WaitGroup
	answer := 0
	wg.Add(1)
	go func() {
		wg.Done()
		answer = 42
	}()
	wg.Wait()
	t.Log(answer)
}
