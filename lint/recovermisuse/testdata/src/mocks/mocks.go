// Package mocks stands in for others in tests: a panic that it drops is a note.
package mocks

type Conn struct{ closed []int }

func (c *Conn) Close() {
	defer func() {
		recover()
	}()
	c.closed[0]++
}
