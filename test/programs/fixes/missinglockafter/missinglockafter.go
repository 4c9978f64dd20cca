package missinglockafter

import "sync"

// Stats counts by name.
type Stats struct {
	mu   sync.Mutex
	hits map[string]int
	last string
}

// New is empty.
func New() *Stats { return &Stats{hits: map[string]int{}} }

// Hit counts one.
func (s *Stats) Hit(name string) {
	s.mu.Lock()
	s.hits[name]++
	s.mu.Unlock()
	s.last = name
}
