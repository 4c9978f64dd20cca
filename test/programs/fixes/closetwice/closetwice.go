package closetwice

// Hub can be closed.
type Hub struct {
	done   chan struct{}
	closed bool
}

// New is open.
func New() *Hub { return &Hub{done: make(chan struct{})} }

// Close closes it, once.
func (h *Hub) Close() {
	if !h.closed {
		h.closed = true
		close(h.done)
	}
}
