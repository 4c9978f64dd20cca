// Package delivery sends messages.
package delivery

import (
	"context"
	"log/slog"
	"time"
)

// Message is what is sent.
type Message struct {
	To   []string
	Body string
}

// Sender sends a message.
type Sender interface {
	Send(ctx context.Context, m *Message) error
}

// Queue holds what waits.
type Queue struct {
	in      chan *Message
	retry   chan *Message
	sender  Sender
	log     *slog.Logger
	filters []func(*Message) bool
	metrics interface{ Inc(name string) }
}

// Start starts the loops.
func (q *Queue) Start(ctx context.Context) {
	go q.deliver(ctx)
	go q.deliverSafe(ctx)
	go q.retryLoop(ctx)
	go q.countLoop(ctx)
}

//label:bad workerloop
func (q *Queue) deliver(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			return
		case m := <-q.in:
			if err := q.sender.Send(ctx, m); err != nil {
				q.retry <- m
			}
		}
	}
}

//label:bad workerloop
func (q *Queue) retryLoop(ctx context.Context) {
	defer func() {
		if r := recover(); r != nil {
			q.log.Error("retry loop", "panic", r)
		}
	}()
	tick := time.NewTicker(time.Second)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
			q.sendOne(ctx, <-q.retry)
		}
	}
}

func (q *Queue) sendOne(ctx context.Context, m *Message) {
	for _, keep := range q.filters {
		if !keep(m) {
			return
		}
	}
	if err := q.sender.Send(ctx, m); err != nil {
		q.log.Error("send", "to", m.To[0], "error", err)
	}
}

//label:good
func (q *Queue) deliverSafe(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			return
		case m := <-q.in:
			q.guarded(ctx, m)
		}
	}
}

//label:good
func (q *Queue) guarded(ctx context.Context, m *Message) {
	defer func() {
		if r := recover(); r != nil {
			q.metrics.Inc("delivery_panics")
			q.log.Error("delivery", "panic", r)
		}
	}()
	q.sendOne(ctx, m)
}

//label:good
func (q *Queue) countLoop(ctx context.Context) {
	n := 0
	for {
		select {
		case <-ctx.Done():
			return
		case <-q.in:
			n++
			q.metrics.Inc("seen")
		}
	}
}

// PerMessage handles each message on its own goroutine.
//
//label:bad unrecoveredgoroutine
func (q *Queue) PerMessage(ctx context.Context) {
	for m := range q.in {
		go q.sendOne(ctx, m)
	}
}

// PerMessageSafe handles each message on its own goroutine.
//
//label:good
func (q *Queue) PerMessageSafe(ctx context.Context) {
	for m := range q.in {
		go q.guarded(ctx, m)
	}
}
