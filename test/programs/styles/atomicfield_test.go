// want race-mixed-atomic stats.n

package styles

import (
	"sync"
	"sync/atomic"
	"testing"
)

type stats struct{ n int64 }

func (s *stats) inc()   { atomic.AddInt64(&s.n, 1) }
func (s *stats) reset() { s.n = 0 }

func TestAtomicfield(t *testing.T) {
	s := &stats{}
	var wg sync.WaitGroup
	wg.Go(s.inc)
	wg.Go(s.reset)
	wg.Wait()
}
