// Package sparse uses the launcher of the module for one of many goroutines, the one that
// runs what others wrote.
package sparse

import "example.com/shop/safego"

type Cache struct {
	rows  [][]string
	sizes map[string]int
}

func (c *Cache) index() {
	for _, row := range c.rows {
		c.sizes[row[0]]++
	}
}

//label:good
func (c *Cache) Start(plugin func()) { safego.Go("plugin", plugin) }

//label:note
func (c *Cache) Warm() { go c.index() }

//label:note
func (c *Cache) Rewarm() { go c.index() }

//label:note
func (c *Cache) Double() { go c.index() }

//label:note
func (c *Cache) Triple() { go c.index() }
