package structcallback

import (
	"testing"
	"time"
)

func TestStructcallback(t *testing.T) {
	b := &Batch{}
	for range 20 {
		b.Add("x")
		time.Sleep(time.Millisecond)
	}
	time.Sleep(10 * time.Millisecond)
}
