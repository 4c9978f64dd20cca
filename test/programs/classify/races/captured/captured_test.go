// Package captured (R5): the goroutine and its maker use one variable.
package captured

import "testing"

func TestCaptured(t *testing.T) {
	ready := false
	done := make(chan struct{})
	go func() {
		ready = true
		close(done)
	}()
	if ready {
		t.Log("early")
	}
	<-done
}
