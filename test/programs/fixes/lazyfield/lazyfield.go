package lazyfield

// Client connects when it is used.
type Client struct {
	address string
	header  map[string]string
}

// Header is made when needed.
func (c *Client) Header(key string) string {
	if c.header == nil {
		c.header = map[string]string{"host": c.address}
	}
	return c.header[key]
}
