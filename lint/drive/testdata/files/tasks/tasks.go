// Package tasks is a worker pool.
package tasks

import (
	"context"
	"log"
	"runtime/debug"
	"sync"
	"sync/atomic"
	"time"
)

type Task interface {
	Name() string
	Run(ctx context.Context) error
}

type Job struct {
	ID string
	Fn func()
}

type Message struct {
	Kind    string
	Payload []byte
}

type Retry struct {
	Payload []byte
	Handler func([]byte) error
	Delay   time.Duration
}

type Pool struct {
	jobs    chan Job
	tasks   chan Task
	inbox   chan Message
	crashed chan int
	beat    chan time.Time
	quit    chan struct{}
	wg      sync.WaitGroup
	panics  atomic.Int64

	handlers map[string]func(Message) error
}

// logPanic must be deferred.
func (p *Pool) logPanic(what string) {
	if r := recover(); r != nil {
		p.panics.Add(1)
		log.Printf("tasks: %s: panic: %v\n%s", what, r, debug.Stack())
	}
}

// guard runs fn; a panic ends in the log.
func (p *Pool) guard(what string, fn func()) {
	defer p.logPanic(what)
	fn()
}

//label:good
func (p *Pool) Submit(ctx context.Context, t Task) {
	p.wg.Add(1)
	go p.guard(t.Name(), func() {
		defer p.wg.Done()
		if err := t.Run(ctx); err != nil {
			log.Printf("tasks: %s: %v", t.Name(), err)
		}
	})
}

//label:bad unrecoveredgoroutine
func (p *Pool) SubmitUrgent(ctx context.Context, t Task) {
	p.wg.Add(1)
	go func() {
		defer p.wg.Done()
		if err := t.Run(ctx); err != nil {
			log.Printf("tasks: urgent %s: %v", t.Name(), err)
		}
	}()
}

//label:bad unrecoveredgoroutine
func (p *Pool) RetryLater(r Retry) *time.Timer {
	return time.AfterFunc(r.Delay, func() {
		if err := r.Handler(r.Payload); err != nil {
			r.Delay *= 2
			p.RetryLater(r)
		}
	})
}

//label:bad workerloop
func (p *Pool) taskWorker(ctx context.Context, id int) {
	defer p.wg.Done()
	defer p.logPanic("task worker")
	for {
		select {
		case <-ctx.Done():
			return
		case t := <-p.tasks:
			if err := t.Run(ctx); err != nil {
				log.Printf("tasks: worker %d: %v", id, err)
			}
		}
	}
}

//label:good
func (p *Pool) itemWorker(ctx context.Context) {
	defer p.wg.Done()
	for {
		select {
		case <-ctx.Done():
			return
		case t := <-p.tasks:
			func() {
				defer p.logPanic(t.Name())
				_ = t.Run(ctx)
			}()
		}
	}
}

//label:bad workerloop
func (p *Pool) jobWorker() {
	defer p.wg.Done()
	for j := range p.jobs {
		start := time.Now()
		j.Fn()
		log.Printf("tasks: job %s took %s", j.ID, time.Since(start))
	}
}

//label:bad workerloop
func (p *Pool) dispatch() {
	for {
		select {
		case m, ok := <-p.inbox:
			if !ok {
				return
			}
			h := p.handlers[m.Kind]
			if err := h(m); err != nil {
				log.Printf("tasks: %s: %v", m.Kind, err)
			}
		case <-p.quit:
			return
		}
	}
}

//label:good
func (p *Pool) steadyWorker(id int) {
	defer func() {
		if r := recover(); r != nil {
			log.Printf("tasks: worker %d: %v, starting anew", id, r)
			go p.steadyWorker(id)
		}
	}()
	for j := range p.jobs {
		j.Fn()
	}
}

//label:good
func (p *Pool) watchedWorker(id int) {
	defer func() {
		if r := recover(); r != nil {
			log.Printf("tasks: worker %d: %v", id, r)
			p.crashed <- id
		}
	}()
	for j := range p.jobs {
		j.Fn()
	}
}

//label:good
func (p *Pool) Drained() <-chan struct{} {
	done := make(chan struct{})
	go func() {
		p.wg.Wait()
		close(done)
	}()
	return done
}

//label:good
func (p *Pool) heartbeat(every time.Duration) {
	t := time.NewTicker(every)
	defer t.Stop()
	for {
		select {
		case now := <-t.C:
			select {
			case p.beat <- now:
			default:
			}
		case <-p.quit:
			return
		}
	}
}

//label:bad recovermisuse
func (p *Pool) RunInline(ctx context.Context, t Task) error {
	err := t.Run(ctx)
	p.logPanic(t.Name())
	if err != nil {
		log.Printf("tasks: inline %s: %v", t.Name(), err)
	}
	return err
}
