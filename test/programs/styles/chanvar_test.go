// want race-captured-variable ch

package styles

import (
	"sync"
	"testing"
)

func TestChanvar(t *testing.T) {
	ch := make(chan int, 1)
	var wg sync.WaitGroup
	wg.Go(func() {
		select {
		case ch <- 1:
		default:
		}
	})
	ch = make(chan int, 2)
	wg.Wait()
	_ = cap(ch)
}
