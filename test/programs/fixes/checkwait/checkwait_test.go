package checkwait

import (
	"testing"
	"time"
)

func TestCheckwait(t *testing.T) {
	c := New()
	go c.Run()
	for !c.Stop() {
		time.Sleep(time.Millisecond)
	}
}
