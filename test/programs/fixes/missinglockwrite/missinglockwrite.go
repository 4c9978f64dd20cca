package missinglockwrite

import "sync"

// Settings are read by many.
type Settings struct {
	mu     sync.RWMutex
	values map[string]string
}

// New has none.
func New() *Settings {
	return &Settings{values: map[string]string{}}
}

// Get reads one.
func (s *Settings) Get(key string) string {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.values[key]
}

// Reset drops all.
func (s *Settings) Reset() {
	s.values = map[string]string{}
}
