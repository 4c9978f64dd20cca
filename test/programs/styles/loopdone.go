package styles

import "context"

type Worker struct{ total int }

func (w *Worker) Run(ctx context.Context, in <-chan int) {
	for {
		select {
		case <-ctx.Done():
			return
		case n := <-in:
			w.total += n
		}
	}
}
