// want race-copied-lock ioStats

package styles

import (
	"sync"
	"testing"
)

type ioStats struct {
	mu            sync.Mutex
	reads, writes int
}

func (s *ioStats) read() { s.mu.Lock(); s.reads++; s.mu.Unlock() }
func (s *ioStats) snapshot() ioStats {
	copied := *s
	return copied
}

func TestStructcopy(t *testing.T) {
	s := &ioStats{}
	var wg sync.WaitGroup
	wg.Go(func() {
		for range 10 {
			s.read()
		}
	})
	wg.Go(func() {
		for range 10 {
			snap := s.snapshot()
			_ = snap.reads
		}
	})
	wg.Wait()
}
