package mixedcounter

import "sync/atomic"

// Counter counts.
type Counter struct {
	n int64
}

// Inc adds one.
func (c *Counter) Inc() { atomic.AddInt64(&c.n, 1) }

// Value reads.
func (c *Counter) Value() int64 { return c.n }

// Reset starts anew.
func (c *Counter) Reset() { c.n = 0 }
