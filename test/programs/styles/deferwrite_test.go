// want race-missing-lock Conn.closed

package styles

import (
	"sync"
	"testing"
)

type Conn struct {
	mu     sync.Mutex
	closed bool
}

func (c *Conn) use() {
	defer func() { c.closed = true }()
}
func (c *Conn) isClosed() bool { c.mu.Lock(); defer c.mu.Unlock(); return c.closed }

func TestDeferwrite(t *testing.T) {
	c := &Conn{}
	var wg sync.WaitGroup
	wg.Go(c.use)
	wg.Go(func() { c.isClosed() })
	wg.Wait()
}
