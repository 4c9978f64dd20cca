// Package distant makes its two accesses half a million events apart: a short history has lost the first.
package distant

import (
	"testing"
	"time"
)

type log struct {
	first int
	rest  [64]int
}

func TestDistant(t *testing.T) {
	l := &log{}
	go func() {
		l.first = 1
		for i := range 500_000 {
			l.rest[1+i%63] = i
		}
	}()
	time.Sleep(100 * time.Millisecond)
	_ = l.first
	if l.first > 1 {
		t.Fatal(l.first)
	}
}
