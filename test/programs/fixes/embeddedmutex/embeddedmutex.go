// Package embeddedmutex reads a slice after the lock of its struct was given back.
package embeddedmutex

import "sync"

// Cacher buffers watchers.
type Cacher struct {
	sync.RWMutex
	watchers []int
}

func (c *Cacher) reset() {
	c.Lock()
	defer c.Unlock()
	c.watchers = append(c.watchers[:0], len(c.watchers))
}

// Dispatch counts the watchers.
func (c *Cacher) Dispatch() int {
	c.reset()
	total := 0
	for range c.watchers {
		total++
	}
	return total
}
