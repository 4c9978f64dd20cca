package structtime

import "time"

// Session knows when it was used.
type Session struct {
	lastUsed time.Time
}

// Touch says it is used now.
func (s *Session) Touch() {
	s.lastUsed = time.Now()
}

// Idle tells for how long it was not.
func (s *Session) Idle() time.Duration {
	return time.Since(s.lastUsed)
}
