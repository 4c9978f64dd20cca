// Package handoff (R23): an object is used after it was given away.
package handoff

import "testing"

type message struct{ text string }

func publish(queue chan<- *message) {
	m := &message{text: "first"}
	queue <- m
	m.text = "changed after the send"
}

func TestHandoff(t *testing.T) {
	queue := make(chan *message, 1)
	done := make(chan struct{})
	go func() {
		defer close(done)
		m := <-queue
		_ = m.text
	}()
	publish(queue)
	<-done
}
