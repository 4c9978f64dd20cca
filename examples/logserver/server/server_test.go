package server

import (
	"io"
	"net/http"
	"net/http/httptest"
	"sync"
	"testing"

	"example.com/logserver/logger"
)

func get(t *testing.T, s *Server, path string) int {
	t.Helper()
	recorder := httptest.NewRecorder()
	s.Handler().ServeHTTP(recorder, httptest.NewRequest(http.MethodGet, path, nil))
	return recorder.Code
}

func TestPickCheckedRefusesABadIndex(t *testing.T) {
	s := New([]string{"one"}, logger.New(io.Discard))
	if code := get(t, s, "/pick-checked?index=7"); code != http.StatusBadRequest {
		t.Errorf("got status %d, want 400", code)
	}
}

func TestPickFromManyClients(t *testing.T) {
	s := New([]string{"one", "two"}, logger.New(io.Discard))
	var clients sync.WaitGroup
	for range 4 {
		clients.Add(1)
		go func() {
			defer clients.Done()
			get(t, s, "/pick?index=1")
		}()
	}
	clients.Wait()
	for range 4 {
		<-s.picks
	}
}

func TestPickBeyondTheEnd(t *testing.T) {
	s := New([]string{"one"}, logger.New(io.Discard))
	if code := get(t, s, "/pick?index=1"); code != http.StatusAccepted {
		t.Errorf("got status %d, want 202", code)
	}
	<-s.picks
}
