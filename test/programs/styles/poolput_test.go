// want race-reuse-after-handoff f.seq

package styles

import (
	"sync"
	"testing"
)

type frame struct{ seq int }

var frames = sync.Pool{New: func() any { return new(frame) }}

func send(seq int) int {
	f := frames.Get().(*frame)
	f.seq = seq
	frames.Put(f)
	return f.seq
}

func TestPoolput(t *testing.T) {
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Go(func() {
			for range 200 {
				send(i)
			}
		})
	}
	wg.Wait()
}
