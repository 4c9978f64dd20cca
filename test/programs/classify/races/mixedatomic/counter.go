// Package mixedatomic (R10): atomic here, plain there.
package mixedatomic

import "sync/atomic"

// Counter counts hits.
type Counter struct {
	hits int64
}

// Hit counts one.
func (c *Counter) Hit() { atomic.AddInt64(&c.hits, 1) }

// Value reads without atomic.
func (c *Counter) Value() int64 { return c.hits }
