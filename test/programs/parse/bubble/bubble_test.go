//go:build go1.25

package bubble

import (
	"testing"
	"testing/synctest"
)

// TestBubble blocks for ever inside a bubble.
func TestBubble(t *testing.T) {
	synctest.Test(t, func(*testing.T) {
		wait := make(chan int)
		go func() { wait <- <-wait }()
		<-wait
	})
}
