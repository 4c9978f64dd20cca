package shared

import (
	"bytes"
	"fmt"
	"io"
	"time"
)

// lineWriter writes on a goroutine of its own until Close.
type lineWriter struct {
	lines chan string
	done  chan struct{}
}

func newLineWriter(w io.Writer) *lineWriter {
	l := &lineWriter{lines: make(chan string), done: make(chan struct{})}
	go l.run(w)
	return l
}

func openLineWriter(w io.Writer) (*lineWriter, error) {
	l := newLineWriter(w)
	return l, nil
}

func (l *lineWriter) run(w io.Writer) {
	defer close(l.done)
	for s := range l.lines {
		io.WriteString(w, s)
	}
}

func (l *lineWriter) Close() {
	close(l.lines)
	<-l.done
}

func GoodClosedWriter() { // ok
	var buf bytes.Buffer
	l := newLineWriter(&buf)
	l.lines <- "x"
	l.Close()
	_ = buf.String()
}

func GoodOpenedWriter() { // ok
	var buf bytes.Buffer
	l, err := openLineWriter(&buf)
	if err != nil {
		return
	}
	l.lines <- "x"
	l.Close()
	_ = buf.String()
}

func BadOpenWriter() {
	var buf bytes.Buffer
	l := newLineWriter(&buf)
	l.lines <- "x"
	fmt.Fprint(io.Discard, buf.String()) // want `buf \(bytes.Buffer\)`
	l.Close()
}

// answer is used by the handler that its goroutine gives it to.
type answer struct{ body bytes.Buffer }

func (a *answer) WriteString(s string) { a.body.WriteString(s) } // ok

func (a *answer) serve(handler func(*answer)) {
	handler(a)
	a.body.WriteString("end")
}

func respond(handler func(*answer)) { go new(answer).serve(handler) }

func GoodOwnedByHandler() { // ok
	respond(func(a *answer) { a.WriteString("x") })
	time.Sleep(time.Millisecond)
}
