// want race-timer-callback session.expired

package styles

import (
	"testing"
	"time"
)

type session struct {
	expired bool
	timer   *time.Timer
}

func open(d time.Duration) *session {
	s := &session{}
	s.timer = time.AfterFunc(d, s.expire)
	return s
}
func (s *session) expire()     { s.expired = true }
func (s *session) Valid() bool { return !s.expired }

func TestAfterfunc(t *testing.T) {
	s := open(time.Microsecond)
	for range 20 {
		s.Valid()
		time.Sleep(time.Millisecond)
	}
}
