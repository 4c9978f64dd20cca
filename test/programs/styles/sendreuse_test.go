// want race-reuse-after-handoff event.n

package styles

import "testing"

type event struct{ n int }
type emitter struct{ out chan *event }

func (e *emitter) emit(n int) {
	ev := &event{n: n}
	e.out <- ev
	ev.n = -1
}

func TestSendreuse(t *testing.T) {
	e := &emitter{out: make(chan *event, 1)}
	done := make(chan int)
	go func() { ev := <-e.out; done <- ev.n }()
	e.emit(3)
	<-done
}
