package shared

import (
	"bytes"
	"sync"
)

// spool notes in a variable whether it holds the lock.
type spool struct {
	mu  sync.Mutex
	buf bytes.Buffer
}

func newSpool() *spool {
	s := &spool{}
	go s.drain()
	return s
}

func (s *spool) drain() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.buf.Reset()
}

func (s *spool) Append(p []byte, slow func() []byte) { // ok
	s.mu.Lock()
	locked := true
	if len(p) == 0 {
		s.mu.Unlock()
		locked = false
		p = slow()
	}
	if !locked {
		s.mu.Lock()
	}
	s.buf.Write(p)
	s.mu.Unlock()
}

func (s *spool) Insert(p []byte, quick func() bool) {
	locked := quick()
	if !locked {
		s.mu.Lock()
	}
	s.buf.Write(p) // want `spool.buf .* is written in \(\*spool\).Insert without spool.mu`
	if !locked {
		s.mu.Unlock()
	}
}
