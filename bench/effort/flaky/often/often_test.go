// Package often takes the racing path in about one of three runs.
package often

import (
	"math/rand/v2"
	"testing"
)

type gauge struct{ value int }

func TestOften(t *testing.T) {
	g := &gauge{}
	done := make(chan bool)
	go func() {
		g.value++
		done <- true
	}()
	if rand.IntN(3) == 0 {
		g.value++
	}
	<-done
}
