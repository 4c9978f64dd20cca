package mapwrite

import (
	"testing"
)

func TestMapWrite(t *testing.T) {
	c := NewCache()
	c.Put("a", 1)
	done := make(chan struct{})
	go func() {
		defer close(done)
		c.Put("b", 2)
	}()
	_, _ = c.Get("a")
	<-done
}
