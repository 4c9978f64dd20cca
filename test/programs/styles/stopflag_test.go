// want race-start-stop poller.stopped

package styles

import (
	"testing"
	"time"
)

type poller struct {
	stopped bool
	polls   chan int
}

func (p *poller) run() {
	for n := 0; !p.stopped; n++ {
		select {
		case p.polls <- n:
		default:
		}
		time.Sleep(time.Millisecond)
	}
}
func (p *poller) Stop() { p.stopped = true }

func TestStopflag(t *testing.T) {
	p := &poller{polls: make(chan int, 1)}
	go p.run()
	<-p.polls
	p.Stop()
	time.Sleep(5 * time.Millisecond)
}
