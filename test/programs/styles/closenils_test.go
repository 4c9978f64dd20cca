// want race-start-stop watcher.done

package styles

import (
	"testing"
	"time"
)

type watcher struct{ done chan struct{} }

func (w *watcher) Start() {
	w.done = make(chan struct{})
	go func() {
		for {
			select {
			case <-w.done:
				return
			case <-time.After(time.Millisecond):
			}
		}
	}()
}
func (w *watcher) Close() { close(w.done); w.done = nil }

func TestClosenils(t *testing.T) {
	w := &watcher{}
	w.Start()
	time.Sleep(3 * time.Millisecond)
	w.Close()
	time.Sleep(3 * time.Millisecond)
}
