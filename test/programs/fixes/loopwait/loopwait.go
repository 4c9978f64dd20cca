// Package loopwait sends to each watcher while others come.
package loopwait

// Hub knows watchers.
type Hub struct {
	watchers []chan int
}

// Add adds a watcher.
func (h *Hub) Add(w chan int) {
	h.watchers = append(h.watchers, w)
}

// Send tells each watcher.
func (h *Hub) Send(n int) {
	for _, w := range h.watchers {
		w <- n
	}
}
