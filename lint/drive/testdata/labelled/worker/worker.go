// Package worker runs jobs.
package worker

import (
	"context"
	"fmt"
	"iter"
	"log"
	"os"
	"sync"
	"sync/atomic"
	"time"

	"example.com/shop/safego"
)

// Job is one piece of work.
type Job struct {
	ID   string
	Args []string
}

// Handler does a job.
type Handler interface {
	Handle(ctx context.Context, job Job) error
}

// Worker takes jobs from a queue.
type Worker struct {
	jobs    chan Job
	handler Handler
	fn      func(Job)
	done    chan struct{}
	total   atomic.Int64
	mu      sync.Mutex
	last    map[string]time.Time
}

func (w *Worker) recovered() {
	if r := recover(); r != nil {
		log.Printf("worker: %v", r)
	}
}

func (w *Worker) process(job Job) {
	w.last[job.Args[0]] = time.Now()
	w.fn(job)
}

func (w *Worker) safe(job Job) {
	defer w.recovered()
	w.process(job)
}

//label:bad workerloop
func (w *Worker) RangeOutside() {
	go func() {
		defer func() {
			if r := recover(); r != nil {
				log.Printf("worker ended: %v", r)
			}
		}()
		for job := range w.jobs {
			w.process(job)
		}
	}()
}

// Start starts the worker.
func (w *Worker) Start(ctx context.Context) {
	go w.run(ctx)
	go w.runWithHandler(ctx)
	go w.deferInside()
	go w.outerOfLoop()
	go w.sleeping()
	go w.restarting(ctx)
	go w.reporting(make(chan error, 1))
	go w.perItem()
	go w.perItemLiteral()
	go w.supervised(ctx)
	go w.failFast()
	go w.batches()
	go safego.Wrap("wrapped", w.insideWrap)()
}

//label:bad workerloop
func (w *Worker) run(ctx context.Context) {
	defer w.recovered()
	for {
		select {
		case <-ctx.Done():
			return
		case job := <-w.jobs:
			w.process(job)
		}
	}
}

//label:bad workerloop
func (w *Worker) runWithHandler(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			return
		case job := <-w.jobs:
			if err := w.handler.Handle(ctx, job); err != nil {
				log.Println(err)
			}
		}
	}
}

//label:bad workerloop
func (w *Worker) deferInside() {
	for job := range w.jobs {
		defer func() {
			if r := recover(); r != nil {
				log.Println(r)
			}
		}()
		w.process(job)
	}
}

func (w *Worker) outerOfLoop() {
	defer w.recovered()
	w.loop()
}

//label:bad workerloop
func (w *Worker) loop() {
	for {
		job, ok := <-w.jobs
		if !ok {
			return
		}
		w.process(job)
	}
}

//label:bad workerloop
func (w *Worker) sleeping() {
	defer w.recovered()
	for {
		time.Sleep(time.Minute)
		w.process(Job{ID: "tick"})
	}
}

//label:bad workerloop
func (w *Worker) SafeGoLoop() {
	safego.Go("loop", func() {
		for job := range w.jobs {
			w.process(job)
		}
	})
}

//label:bad workerloop
func (w *Worker) insideWrap() {
	for job := range w.jobs {
		w.process(job)
	}
}

//label:bad workerloop
func (w *Worker) batches() {
	defer w.recovered()
	for {
		batch := make([]Job, 0, 10)
		for range 10 {
			batch = append(batch, <-w.jobs)
		}
		for _, job := range batch {
			w.process(job)
		}
	}
}

// Consume calls fn for what comes.
//
//label:bad workerloop
func Consume[T any](in <-chan T, fn func(T)) {
	go func() {
		for item := range in {
			fn(item)
		}
	}()
}

// ConsumeOutside calls fn for what comes.
//
//label:bad workerloop
func ConsumeOutside[T any](in <-chan T, fn func(T)) {
	go func() {
		defer safego.Recover("consume")
		for item := range in {
			fn(item)
		}
	}()
}

// ConsumeSafe calls fn for what comes.
//
//label:good
func ConsumeSafe[T any](in <-chan T, fn func(T)) {
	go func() {
		for item := range in {
			func() {
				defer safego.Recover("consume")
				fn(item)
			}()
		}
	}()
}

// Sequence handles a stream without end.
func Sequence(messages iter.Seq[Job], handle func(Job)) {
	go func() {
		defer safego.Recover("sequence")
		for job := range messages {
			handle(job)
		}
	}()
}

//label:bad workerloop
func (w *Worker) Pool(n int) {
	for range n {
		go func() {
			defer w.recovered()
			for {
				select {
				case job := <-w.jobs:
					w.process(job)
				case <-w.done:
					return
				}
			}
		}()
	}
}

//label:bad workerloop
func (w *Worker) PoolWaitGroup(n int) {
	var wg sync.WaitGroup
	for range n {
		wg.Go(func() {
			defer w.recovered()
			for job := range w.jobs {
				w.process(job)
			}
		})
	}
	wg.Wait()
}

//label:good
func (w *Worker) perItem() {
	for job := range w.jobs {
		w.safe(job)
	}
}

//label:good
func (w *Worker) perItemLiteral() {
	for job := range w.jobs {
		func() {
			defer func() {
				if r := recover(); r != nil {
					log.Println("job", job.ID, r)
				}
			}()
			w.process(job)
		}()
	}
}

//label:good
func (w *Worker) PerItemRun() {
	go func() {
		for job := range w.jobs {
			safego.Run("job", func() { w.process(job) })
		}
	}()
}

//label:good
func (w *Worker) PerItemGo() {
	go func() {
		for job := range w.jobs {
			safego.Go("job", func() { w.process(job) })
		}
	}()
}

//label:good
func (w *Worker) restarting(ctx context.Context) {
	defer func() {
		if r := recover(); r != nil {
			log.Printf("worker starts again after %v", r)
			go w.restarting(ctx)
		}
	}()
	for {
		select {
		case <-ctx.Done():
			return
		case job := <-w.jobs:
			w.process(job)
		}
	}
}

//label:good
func (w *Worker) supervised(ctx context.Context) {
	for ctx.Err() == nil {
		w.once(ctx)
	}
}

//label:good
func (w *Worker) once(ctx context.Context) {
	defer w.recovered()
	for {
		select {
		case <-ctx.Done():
			return
		case job := <-w.jobs:
			w.process(job)
		}
	}
}

//label:good
func (w *Worker) Supervised(ctx context.Context) {
	safego.Forever(ctx, func(ctx context.Context) {
		for job := range w.jobs {
			w.process(job)
		}
	})
}

//label:good
func (w *Worker) failFast() {
	defer func() {
		if r := recover(); r != nil {
			fmt.Fprintln(os.Stderr, "worker:", r)
			os.Exit(1)
		}
	}()
	for job := range w.jobs {
		w.process(job)
	}
}

//label:good
func (w *Worker) reporting(errs chan<- error) {
	defer func() {
		if r := recover(); r != nil {
			errs <- fmt.Errorf("worker: %v", r)
		}
	}()
	for job := range w.jobs {
		w.process(job)
	}
}

//label:good
func (w *Worker) Finite(jobs []Job) {
	go func() {
		defer w.recovered()
		for _, job := range jobs {
			w.process(job)
		}
	}()
}

//label:good
func (w *Worker) Sums(numbers <-chan int64) {
	go func() {
		for n := range numbers {
			w.total.Add(n)
		}
	}()
}

//label:good
func Collect(results <-chan int) (sum int) {
	for n := range results {
		sum += n
	}
	return sum
}

//label:good
func Fan(jobs []Job, fn func(Job) int) (sum int) {
	results := make(chan int)
	for _, job := range jobs {
		go func() {
			defer func() {
				if r := recover(); r != nil {
					log.Println(r)
					results <- 0
				}
			}()
			results <- fn(job)
		}()
	}
	for range jobs {
		sum += <-results
	}
	return sum
}
