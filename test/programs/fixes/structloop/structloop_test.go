package structloop

import (
	"testing"
)

func TestStructloop(t *testing.T) {
	ticks := make(chan int)
	tick := New(ticks)
	for range 20 {
		ticks <- 1
		_ = tick.Count()
	}
	tick.Close()
}
