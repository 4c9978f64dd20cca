package missinglockearly

import "sync"

// Pool hands out names.
type Pool struct {
	mu     sync.Mutex
	closed bool
	names  []string
}

// Put gives one back.
func (p *Pool) Put(name string) {
	if p.closed {
		return
	}
	p.mu.Lock()
	p.names = append(p.names, name)
	p.mu.Unlock()
}

// Close stops it.
func (p *Pool) Close() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.closed = true
	p.names = nil
}
