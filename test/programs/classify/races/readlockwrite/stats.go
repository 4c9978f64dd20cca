// Package readlockwrite (R14): a write under RLock.
package readlockwrite

import "sync"

// Stats counts reads.
type Stats struct {
	mu    sync.RWMutex
	reads int
}

// Read only takes the read lock, and writes.
func (s *Stats) Read() int {
	s.mu.RLock()
	defer s.mu.RUnlock()
	s.reads++
	return s.reads
}
