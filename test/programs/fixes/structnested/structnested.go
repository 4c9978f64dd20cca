package structnested

type stats struct {
	hits, misses int
}

// Cache has statistics.
type Cache struct {
	stats stats
}

// Hit counts.
func (c *Cache) Hit() { c.stats.hits++ }

// Hits reads.
func (c *Cache) Hits() int { return c.stats.hits }
