// want race-late-result reply

package styles

import (
	"testing"
	"time"
)

type client struct{}

func (client) ask(q string) (reply string, ok bool) {
	answered := make(chan bool, 1)
	go func() {
		time.Sleep(3 * time.Millisecond)
		reply = "re: " + q
		answered <- true
	}()
	timer := time.NewTimer(time.Millisecond)
	defer timer.Stop()
	select {
	case ok = <-answered:
		return reply, ok
	case <-timer.C:
		return "timeout", false
	}
}

func TestLateafter(t *testing.T) {
	r, _ := client{}.ask("x")
	_ = r
	time.Sleep(20 * time.Millisecond)
}
