package readlockwrite

import "sync"

// Cache counts what it is asked for.
type Cache struct {
	mu     sync.RWMutex
	values map[string]int
	misses int
}

// New is empty.
func New() *Cache { return &Cache{values: map[string]int{}} }

// Get reads, and counts misses.
func (c *Cache) Get(key string) int {
	c.mu.RLock()
	defer c.mu.RUnlock()
	v, ok := c.values[key]
	if !ok {
		c.misses++
	}
	return v
}
