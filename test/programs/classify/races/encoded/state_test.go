// Package encoded (R22): a live object is marshalled while it changes.
package encoded

import (
	"encoding/json"
	"testing"
)

type status struct {
	Phase string
	Done  int
}

func (s *status) advance() {
	s.Done++
}

func TestEncodedWhileChanged(t *testing.T) {
	s := &status{Phase: "copy"}
	done := make(chan struct{})
	go func() {
		defer close(done)
		s.advance()
	}()
	_, _ = json.Marshal(s)
	<-done
}
