// Package missinglock (R1): Add locks, Len does not.
package missinglock

import "sync"

// Store counts what was added.
type Store struct {
	mu    sync.Mutex
	total int
}

// Add is right.
func (s *Store) Add(n int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.total += n
}

// Len forgets the lock.
func (s *Store) Len() int {
	return s.total
}
