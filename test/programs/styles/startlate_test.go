// want race-start-stop agent.id

package styles

import (
	"testing"
	"time"
)

type agent struct {
	id  string
	out chan string
}

func Start(id string) *agent {
	a := &agent{out: make(chan string, 1)}
	go a.loop()
	a.id = id
	return a
}
func (a *agent) loop() { time.Sleep(time.Millisecond); a.out <- a.id }

func TestStartlate(t *testing.T) { a := Start("x"); <-a.out }
