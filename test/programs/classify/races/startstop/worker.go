// Package startstop (R21): a field is set after the goroutine that reads it was started.
package startstop

// Worker runs a job.
type Worker struct {
	job  func()
	done chan struct{}
}

// NewWorker starts first and sets the job later.
func NewWorker(job func()) *Worker {
	w := &Worker{done: make(chan struct{})}
	go w.run()
	w.job = job
	return w
}

func (w *Worker) run() {
	defer close(w.done)
	if w.job != nil {
		w.job()
	}
}

// Wait waits for the end.
func (w *Worker) Wait() { <-w.done }
