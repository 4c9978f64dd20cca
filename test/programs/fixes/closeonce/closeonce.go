// Package closeonce closes a channel from two sides.
package closeonce

import "time"

// Server runs until it is done.
type Server struct{ done chan struct{} }

// New makes one.
func New() *Server { return &Server{done: make(chan struct{})} }

// Stop ends it.
func (s *Server) Stop() {
	select {
	case <-s.done:
	default:
		time.Sleep(time.Millisecond)
		close(s.done)
	}
}

// Done is closed in the end.
func (s *Server) Done() <-chan struct{} { return s.done }
