// Package broker is somebody else's module, with a race of its own.
package broker

// Broker counts deliveries.
type Broker struct {
	delivered int
	done      chan struct{}
}

// Start delivers in the background.
func Start() *Broker {
	b := &Broker{done: make(chan struct{})}
	go b.deliver()
	b.delivered = 0
	return b
}

func (b *Broker) deliver() {
	b.delivered++
	close(b.done)
}

// Stop waits.
func (b *Broker) Stop() { <-b.done }
