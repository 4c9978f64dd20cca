// Package timercallback (R19): the callback of a timer touches state.
package timercallback

import (
	"testing"
	"time"
)

type session struct{ expired bool }

func TestTimerCallback(t *testing.T) {
	s := &session{}
	done := make(chan struct{})
	time.AfterFunc(time.Millisecond, func() {
		s.expired = true
		close(done)
	})
	time.Sleep(5 * time.Millisecond)
	if s.expired {
		t.Log("expired")
	}
	<-done
}
