// Package channelclose (R17): one closes while another sends.
package channelclose

import "testing"

func TestChannelClose(t *testing.T) {
	events := make(chan int, 10)
	done := make(chan struct{})
	go func() {
		events <- 1
		close(done)
	}()
	for len(events) == 0 {
	}
	close(events)
	<-done
}
