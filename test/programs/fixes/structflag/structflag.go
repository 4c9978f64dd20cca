package structflag

import "time"

// Worker runs until stopped.
type Worker struct {
	stopped bool
}

// Run works.
func (w *Worker) Run() int {
	turns := 0
	for !w.stopped {
		turns++
		time.Sleep(time.Millisecond)
	}
	return turns
}

// Stop ends it.
func (w *Worker) Stop() { w.stopped = true }
