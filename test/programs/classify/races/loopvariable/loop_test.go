// Package loopvariable (R7): the loop variable is declared outside of the loop.
package loopvariable

import "testing"

func TestLoopVariable(t *testing.T) {
	seen := make(chan int, 8)
	var i int
	for i = 0; i < 8; i++ {
		go func() {
			seen <- i
		}()
	}
	for range 8 {
		<-seen
	}
}
