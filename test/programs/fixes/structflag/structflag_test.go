package structflag

import (
	"testing"
	"time"
)

func TestStructflag(t *testing.T) {
	w := &Worker{}
	done := make(chan int)
	go func() { done <- w.Run() }()
	time.Sleep(5 * time.Millisecond)
	w.Stop()
	if <-done == 0 {
		t.Error("did not run")
	}
}
