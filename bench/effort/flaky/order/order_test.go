// Package order races only when its second test comes first.
package order

import "testing"

var warm bool

type cache struct{ size int }

func TestWarm(t *testing.T) { warm = true }

func TestCold(t *testing.T) {
	if warm {
		return
	}
	c := &cache{}
	done := make(chan bool)
	go func() {
		c.size++
		done <- true
	}()
	c.size++
	<-done
}
