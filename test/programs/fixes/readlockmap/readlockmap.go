package readlockmap

import "sync"

// Registry remembers.
type Registry struct {
	sync.Mutex
	mu   sync.RWMutex
	seen map[int]bool
}

// New is empty.
func New() *Registry { return &Registry{seen: map[int]bool{}} }

// Mark remembers n.
func (r *Registry) Mark(n int) {
	r.mu.RLock()
	r.seen[n] = true
	r.mu.RUnlock()
}

// Seen tells.
func (r *Registry) Seen(n int) bool {
	r.mu.RLock()
	defer r.mu.RUnlock()
	return r.seen[n]
}
