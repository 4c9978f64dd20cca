// want race-late-result answer

package styles

import (
	"testing"
	"time"
)

type result struct{ text string }

func fetch() *result {
	var answer *result
	ready := make(chan struct{})
	go func() {
		defer close(ready)
		time.Sleep(3 * time.Millisecond)
		answer = &result{"x"}
	}()
	select {
	case <-ready:
	case <-time.After(time.Millisecond):
	}
	return answer
}
func TestCtxlate(t *testing.T) {
	for range 5 {
		fetch()
		time.Sleep(6 * time.Millisecond)
	}
}
