package polledbuf

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"sync"
	"testing"
	"time"
)

type server struct{ out io.Writer }

func newServer(out io.Writer) *server { return &server{out} }

func (s *server) start() {
	go func() {
		time.Sleep(time.Millisecond)
		fmt.Fprintln(s.out, "ready")
	}()
}

func eventually(t *testing.T, ok func() bool) {
	for range 10 {
		if ok() {
			return
		}
		time.Sleep(time.Millisecond)
	}
}

// launch hides what it does with the writer.
var launch = func(out io.Writer) {}

func TestBadEventually(t *testing.T) {
	var out bytes.Buffer
	launch(&out)
	eventually(t, func() bool { return strings.Contains(out.String(), "ready") }) // want `out \(bytes.Buffer\) is read by eventually while what it was given to at line 38 may write to it`
}

func TestBadSleepLoop(t *testing.T) {
	var out bytes.Buffer
	launch(&out)
	for out.Len() == 0 { // want `out \(bytes.Buffer\)`
		time.Sleep(time.Millisecond)
	}
}

func TestBadField(t *testing.T) {
	out := new(strings.Builder)
	s := &server{out: out}
	s.start()
	for {
		if strings.Contains(out.String(), "ready") { // want `out \(strings.Builder\)`
			break
		}
		time.Sleep(time.Millisecond)
	}
}

func TestBadConstructor(t *testing.T) {
	var out bytes.Buffer
	s := newServer(&out)
	s.start()
	_ = out.String() // want `out \(bytes.Buffer\)`
}

func TestGoodLocked(t *testing.T) { // ok
	var mu sync.Mutex
	var out bytes.Buffer
	launch(&out)
	eventually(t, func() bool {
		mu.Lock()
		defer mu.Unlock()
		return out.Len() > 0
	})
}

func TestGoodReadOnce(t *testing.T) { // ok
	var out bytes.Buffer
	launch(&out)
	if out.Len() > 0 {
		t.Log("ready")
	}
}

func TestGoodOwnLoop(t *testing.T) { // ok
	var out bytes.Buffer
	for out.Len() < 3 {
		fmt.Fprint(&out, "x")
		time.Sleep(time.Microsecond)
	}
}

func TestGoodFilledInTheLoop(t *testing.T) { // ok
	var out bytes.Buffer
	eventually(t, func() bool {
		out.Reset()
		launch(&out)
		return out.Len() > 0
	})
}
