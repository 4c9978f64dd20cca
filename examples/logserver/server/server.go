// Package server answers HTTP requests about collected log lines.
package server

import (
	"fmt"
	"net/http"
	"strconv"

	"example.com/logserver/logger"
	"example.com/logserver/safego"
)

// Server keeps the lines of the day.
type Server struct {
	lines []string
	log   *logger.Logger
	picks chan string
}

// New returns a Server over lines.
func New(lines []string, log *logger.Logger) *Server {
	return &Server{lines: lines, log: log, picks: make(chan string, 16)}
}

// Handler routes the requests.
func (s *Server) Handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /pick", s.handlePick)
	mux.HandleFunc("GET /pick-checked", s.handlePickChecked)
	return mux
}

// handlePick queues the line that the user asked for.
func (s *Server) handlePick(w http.ResponseWriter, r *http.Request) {
	index, err := strconv.Atoi(r.URL.Query().Get("index"))
	if err != nil {
		http.Error(w, "index is not a number", http.StatusBadRequest)
		return
	}
	go func() {
		s.picks <- s.lines[index]
	}()
	s.log.LogAsync("info", fmt.Sprintf("picked %d", index))
	w.WriteHeader(http.StatusAccepted)
}

// handlePickChecked is handlePick with the index checked and the goroutine guarded.
func (s *Server) handlePickChecked(w http.ResponseWriter, r *http.Request) {
	index, err := strconv.Atoi(r.URL.Query().Get("index"))
	if err != nil || index < 0 || index >= len(s.lines) {
		http.Error(w, "no such line", http.StatusBadRequest)
		return
	}
	safego.Go("pick", func() { s.picks <- s.lines[index] })
	w.WriteHeader(http.StatusAccepted)
}
