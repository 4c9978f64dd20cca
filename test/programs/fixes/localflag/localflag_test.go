package localflag

import (
	"testing"
	"time"
)

func TestLocalflag(t *testing.T) {
	stop := false
	done := make(chan struct{})
	go func() {
		defer close(done)
		for !stop {
			time.Sleep(time.Millisecond)
		}
	}()
	time.Sleep(5 * time.Millisecond)
	stop = true
	<-done
}
