// want race-missing-lock Worker.total

package styles

import (
	"context"
	"testing"
	"time"
)

func TestLoopdone(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	w := &Worker{}
	in := make(chan int)
	go w.Run(ctx, in)
	report := func() {
		if w.total > 100 {
			t.Log("x")
		}
	}
	for i := range 3 {
		in <- i
		time.Sleep(time.Millisecond)
		report()
	}
}
