// Package seldom takes the racing path in about one of forty runs.
package seldom

import (
	"math/rand/v2"
	"testing"
)

type gauge struct{ value int }

func TestSeldom(t *testing.T) {
	g := &gauge{}
	done := make(chan bool)
	go func() {
		g.value++
		done <- true
	}()
	if rand.IntN(40) == 0 {
		g.value++
	}
	<-done
}
