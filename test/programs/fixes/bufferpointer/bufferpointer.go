package bufferpointer

import (
	"bytes"
	"fmt"
)

// Sink formats into one buffer.
type Sink struct {
	name string
	out  *bytes.Buffer
}

// New makes a Sink.
func New(name string) *Sink {
	s := &Sink{name: name}
	s.out = new(bytes.Buffer)
	return s
}

// Printf formats.
func (s *Sink) Printf(format string, args ...any) {
	fmt.Fprintf(s.out, s.name+format, args...)
}

// String is all of it.
func (s *Sink) String() string {
	return s.out.String()
}
