// Package mapwrite (R4): a map field without a lock.
package mapwrite

// Cache remembers.
type Cache struct {
	entries map[string]int
}

// NewCache makes an empty one.
func NewCache() *Cache { return &Cache{entries: map[string]int{}} }

// Put stores.
func (c *Cache) Put(key string, value int) { c.entries[key] = value }

// Get reads.
func (c *Cache) Get(key string) (int, bool) {
	value, ok := c.entries[key]
	return value, ok
}
