// Package threads takes the racing path only on a single thread.
package threads

import (
	"runtime"
	"testing"
)

type state struct{ step int }

func TestThreads(t *testing.T) {
	s := &state{}
	done := make(chan bool)
	go func() {
		s.step++
		done <- true
	}()
	if runtime.GOMAXPROCS(0) == 1 {
		s.step++
	}
	<-done
}
