package structcounter

// Counter counts.
type Counter struct {
	n int
}

// Inc adds one.
func (c *Counter) Inc() { c.n++ }

// Value reads.
func (c *Counter) Value() int { return c.n }
