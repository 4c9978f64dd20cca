package structhandler

import (
	"fmt"
	"net/http"
)

// Server counts visits.
type Server struct {
	visits int
}

// ServeHTTP answers.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s.visits++
	fmt.Fprintln(w, s.visits)
}
