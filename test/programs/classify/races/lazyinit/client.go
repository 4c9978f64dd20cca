// Package lazyinit (R16): made at first use, by whoever comes first.
package lazyinit

type connection struct{ address string }

// Client connects at first use.
type Client struct {
	conn *connection
}

// Conn makes the connection.
func (c *Client) Conn() *connection {
	if c.conn == nil {
		c.conn = &connection{address: "localhost"}
	}
	return c.conn
}
