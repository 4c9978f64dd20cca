// Package storewait stores what a callback gives, which looks at the store.
package storewait

import "sync"

// Conn has the answer of a dial.
type Conn struct {
	mu     sync.Mutex
	answer *int
	dial   func(*Conn) *int
}

// New makes a connection.
func New(dial func(*Conn) *int) *Conn { return &Conn{dial: dial} }

// Answer is the last answer.
func (c *Conn) Answer() *int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.answer
}

// Connect dials.
func (c *Conn) Connect() {
	c.answer = c.dial(c)
}
