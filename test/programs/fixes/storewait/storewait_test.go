package storewait

import (
	"sync"
	"testing"
)

func TestStorewait(t *testing.T) {
	look := false
	c := New(func(c *Conn) *int {
		if look {
			c.Answer()
		}
		return new(int)
	})
	var wg sync.WaitGroup
	wg.Add(2)
	go func() {
		defer wg.Done()
		for range 50 {
			c.Connect()
		}
	}()
	go func() {
		defer wg.Done()
		for range 50 {
			c.Answer()
		}
	}()
	wg.Wait()
	look = true
	c.Connect()
	if c.Answer() == nil {
		t.Error("no answer")
	}
}
