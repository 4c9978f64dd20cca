// Package worker consumes the work queue.
package worker

import (
	"context"
	"log/slog"
	"os"
	"sync"
	"sync/atomic"
	"time"

	"example.com/service/internal/codec"
	"example.com/service/pkg/safego"
)

// Task is one item of the queue.
type Task struct {
	Kind    string
	Payload map[string]any
	Line    string
	Do      func(context.Context) error
}

// Handler processes tasks of one kind.
type Handler interface {
	Handle(context.Context, Task) error
}

// Worker drains tasks.
type Worker struct {
	log      *slog.Logger
	tasks    chan Task
	results  chan string
	handlers map[string]Handler
	stop     chan struct{}
	wg       sync.WaitGroup
	handled  atomic.Int64
}

//label:bad workerloop
func (w *Worker) Consume(ctx context.Context) {
	defer func() {
		if r := recover(); r != nil {
			w.log.Error("consumer panicked", "panic", r)
		}
	}()
	for t := range w.tasks {
		amount := codec.Amount(t.Payload)
		rec := codec.DecodeRecord(t.Line)
		w.log.Info("task", "kind", t.Kind, "amount", amount, "first", rec.Fields[0])
	}
}

//label:good
func (w *Worker) ConsumeEach(ctx context.Context) {
	for t := range w.tasks {
		func() {
			defer func() {
				if r := recover(); r != nil {
					w.log.Error("task panicked", "kind", t.Kind, "panic", r)
				}
			}()
			amount := codec.Amount(t.Payload)
			rec := codec.DecodeRecord(t.Line)
			w.log.Info("task", "kind", t.Kind, "amount", amount, "first", rec.Fields[0])
		}()
	}
}

//label:bad workerloop
func (w *Worker) StartPool(ctx context.Context, n int) {
	for i := 0; i < n; i++ {
		w.wg.Add(1)
		go func(id int) {
			defer w.wg.Done()
			defer func() {
				if r := recover(); r != nil {
					w.log.Error("pool worker", "id", id, "panic", r)
				}
			}()
			for t := range w.tasks {
				if err := t.Do(ctx); err != nil {
					w.log.Warn("task", "kind", t.Kind, "err", err)
				}
			}
		}(i)
	}
}

//label:good
func (w *Worker) StartPoolSafe(ctx context.Context, n int) {
	for i := 0; i < n; i++ {
		w.wg.Add(1)
		go func(id int) {
			defer w.wg.Done()
			for t := range w.tasks {
				safego.Run(t.Kind, func() {
					if err := t.Do(ctx); err != nil {
						w.log.Warn("task", "worker", id, "kind", t.Kind, "err", err)
					}
				})
			}
		}(i)
	}
}

//label:bad workerloop
func (w *Worker) ConsumeDeferInLoop(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			return
		case t := <-w.tasks:
			defer func() {
				if r := recover(); r != nil {
					w.log.Error("task panicked", "kind", t.Kind, "panic", r)
				}
			}()
			if err := w.handlers[t.Kind].Handle(ctx, t); err != nil {
				w.log.Warn("task", "err", err)
			}
		}
	}
}

//label:good
func (w *Worker) ConsumeRestarting(ctx context.Context) {
	defer func() {
		if r := recover(); r != nil {
			w.log.Error("consumer panicked, starting again", "panic", r)
			time.Sleep(100 * time.Millisecond)
			go w.ConsumeRestarting(ctx)
		}
	}()
	for {
		select {
		case <-ctx.Done():
			return
		case t := <-w.tasks:
			if err := w.handlers[t.Kind].Handle(ctx, t); err != nil {
				w.log.Warn("task", "err", err)
			}
		}
	}
}

//label:bad workerloop
func (w *Worker) StartLines() {
	safego.Go("lines", func() {
		for {
			select {
			case t := <-w.tasks:
				rec := codec.DecodeRecord(t.Line)
				w.results <- rec.Parent.Key
			case <-w.stop:
				return
			}
		}
	})
}

//label:good
func (w *Worker) Supervise(ctx context.Context) {
	go func() {
		for ctx.Err() == nil {
			if w.drainOnce(ctx) {
				return
			}
			w.log.Warn("worker restarts")
			time.Sleep(time.Second)
		}
	}()
}

//label:good
func (w *Worker) drainOnce(ctx context.Context) (finished bool) {
	defer safego.Recover("worker")
	for {
		select {
		case t := <-w.tasks:
			rec := codec.DecodeRecord(t.Line)
			w.results <- rec.Parent.Key
		case <-ctx.Done():
			return true
		}
	}
}

//label:missed unrecoveredgoroutine
func (w *Worker) Start(ctx context.Context) {
	w.wg.Add(1)
	go w.loop(ctx)
}

func (w *Worker) loop(ctx context.Context) {
	defer w.wg.Done()
	for {
		select {
		case t := <-w.tasks:
			w.process(ctx, t)
		case <-ctx.Done():
			return
		}
	}
}

func (w *Worker) process(ctx context.Context, t Task) {
	if ids, ok := t.Payload["ids"]; ok {
		for _, id := range ids.([]any) {
			w.results <- id.(string)
		}
		return
	}
	if err := w.handlers[t.Kind].Handle(ctx, t); err != nil {
		w.log.Warn("task", "err", err)
	}
}

//label:good
func (w *Worker) StartGuarded(ctx context.Context) {
	w.wg.Add(1)
	go w.loopGuarded(ctx)
}

//label:good
func (w *Worker) loopGuarded(ctx context.Context) {
	defer w.wg.Done()
	for {
		select {
		case t := <-w.tasks:
			if err := w.processGuarded(ctx, t); err != nil {
				w.log.Warn("task", "err", err)
			}
		case <-ctx.Done():
			return
		}
	}
}

//label:good
func (w *Worker) processGuarded(ctx context.Context, t Task) (err error) {
	defer safego.RecoverTo(t.Kind, &err)
	if ids, ok := t.Payload["ids"]; ok {
		for _, id := range ids.([]any) {
			w.results <- id.(string)
		}
		return nil
	}
	return w.handlers[t.Kind].Handle(ctx, t)
}

//label:good
func (w *Worker) ConsumeOrDie(ctx context.Context) {
	defer func() {
		if r := recover(); r != nil {
			w.log.Error("worker broken, let the orchestrator restart us", "panic", r)
			os.Exit(3)
		}
	}()
	for t := range w.tasks {
		if err := w.handlers[t.Kind].Handle(ctx, t); err != nil {
			w.log.Warn("task", "err", err)
		}
	}
}

//label:good
func (w *Worker) Forward(out chan<- Task) {
	defer func() {
		if r := recover(); r != nil {
			w.log.Error("forwarder", "panic", r)
		}
	}()
	for {
		select {
		case t := <-w.tasks:
			w.handled.Add(1)
			select {
			case out <- t:
			case <-w.stop:
				return
			}
		case <-w.stop:
			return
		}
	}
}

//label:good
func (w *Worker) RunBatch(ctx context.Context, batch []Task) (err error) {
	defer safego.RecoverTo("batch", &err)
	for _, t := range batch {
		rec := codec.DecodeRecord(t.Line)
		w.log.Info("line", "key", rec.Key, "first", rec.Fields[0])
		if err := w.handlers[t.Kind].Handle(ctx, t); err != nil {
			return err
		}
	}
	return nil
}

//label:good
func (w *Worker) ConsumeConcurrently(ctx context.Context) {
	defer safego.Recover("concurrent consumer")
	sem := make(chan struct{}, 4)
	for t := range w.tasks {
		sem <- struct{}{}
		safego.Go(t.Kind, func() {
			defer func() { <-sem }()
			_ = w.handlers[t.Kind].Handle(ctx, t)
		})
	}
}

//label:bad recovermisuse
func (w *Worker) handleQuietly(ctx context.Context, t Task) {
	defer func() { _ = recover() }()
	rec := codec.DecodeRecord(t.Line)
	w.results <- rec.Parent.Key
}

//label:good
func (w *Worker) handleCounted(ctx context.Context, t Task, panics *atomic.Int64) {
	defer func() {
		if recover() != nil {
			panics.Add(1)
		}
	}()
	rec := codec.DecodeRecord(t.Line)
	w.results <- rec.Parent.Key
}

//label:bad recovermisuse
func (w *Worker) handleDeep(ctx context.Context, t Task) {
	w.wg.Add(1)
	defer func() {
		w.wg.Done()
		safego.Recover("handle " + t.Kind)
	}()
	rec := codec.DecodeRecord(t.Line)
	w.results <- rec.Parent.Key
}

//label:bad recovermisuse
func (w *Worker) handleCalled(ctx context.Context, t Task) {
	w.wg.Add(1)
	defer w.wg.Done()
	safego.Recover("handle " + t.Kind)
	rec := codec.DecodeRecord(t.Line)
	w.results <- rec.Parent.Key
}
