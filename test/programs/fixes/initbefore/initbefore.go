// Package initbefore makes channels in the goroutine that others stop by them.
package initbefore

import "time"

// Node runs until it is stopped.
type Node struct {
	stopped chan struct{}
	done    chan struct{}
}

func (n *Node) run() {
	n.stopped = make(chan struct{})
	<-n.stopped
	close(n.done)
}

// Start starts it.
func (n *Node) Start() {
	n.done = make(chan struct{})
	go n.run()
	time.Sleep(10 * time.Millisecond)
}

// Stop stops it.
func (n *Node) Stop() {
	n.stopped <- struct{}{}
	<-n.done
}
