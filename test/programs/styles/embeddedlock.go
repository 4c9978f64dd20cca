package styles

import "sync"

type base struct {
	mu   sync.Mutex
	hits int
}

type Server struct {
	base
	name string
}

func (s *Server) Hit() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.hits++
}

func (s *Server) Hits() int { return s.hits }
