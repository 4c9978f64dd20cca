// want race-slice histogram.buckets

package styles

import (
	"sync"
	"testing"
)

type histogram struct{ buckets [8]int }

func (h *histogram) observe(v int) { h.buckets[v%8]++ }

func TestArrayfield(t *testing.T) {
	h := &histogram{}
	var wg sync.WaitGroup
	for range 2 {
		wg.Go(func() { h.observe(3) })
	}
	wg.Wait()
}
