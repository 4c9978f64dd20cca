// Package dispatch brings messages, jobs and events to those who want them.
package dispatch

import (
	"context"
	"fmt"
	"log"
	"log/slog"
	"runtime/debug"
	"sync"
	"sync/atomic"
	"time"

	"golang.org/x/sync/errgroup"

	"example.com/catalogue/safego"
)

// Message comes from the broker.
type Message struct {
	Topic   string
	Payload any
}

// Handler is what an application registers for a topic.
type Handler func(context.Context, Message) error

// Subscriber hands messages to its handler.
type Subscriber struct {
	handler Handler
	workers int
}

// Consume handles messages until the channel is closed.
//
//label:bad unrecoveredgoroutine
func (s *Subscriber) Consume(ctx context.Context, messages <-chan Message) {
	for m := range messages {
		go func() {
			if err := s.handler(ctx, m); err != nil {
				log.Printf("topic %s: %v", m.Topic, err)
			}
		}()
	}
}

// Plugin is implemented by third parties.
type Plugin interface {
	Name() string
	Start(ctx context.Context) error
	OnEvent(name string, args ...any)
}

// StartPlugins starts all plugins.
//
//label:bad unrecoveredgoroutine
func StartPlugins(ctx context.Context, plugins []Plugin) {
	for _, p := range plugins {
		go func(p Plugin) {
			if err := p.Start(ctx); err != nil {
				log.Printf("plugin %s: %v", p.Name(), err)
			}
		}(p)
	}
}

// Bus is an event bus.
type Bus struct {
	mu        sync.RWMutex
	listeners map[string][]func(any)
}

// Subscribe registers a callback.
func (b *Bus) Subscribe(event string, f func(any)) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.listeners[event] = append(b.listeners[event], f)
}

// Publish calls all callbacks of the event, each on its own goroutine.
//
//label:bad unrecoveredgoroutine
func (b *Bus) Publish(event string, value any) {
	b.mu.RLock()
	defer b.mu.RUnlock()
	for _, f := range b.listeners[event] {
		go f(value)
	}
}

// Job is what users schedule.
type Job interface{ Execute() }

// Scheduler runs jobs at fixed intervals.
type Scheduler struct {
	jobs []Job
	stop chan struct{}
}

// Loop runs all jobs at every tick.
//
//label:bad unrecoveredgoroutine
func (s *Scheduler) Loop(every time.Duration) {
	t := time.NewTicker(every)
	defer t.Stop()
	for {
		select {
		case <-t.C:
			for _, j := range s.jobs {
				go j.Execute()
			}
		case <-s.stop:
			return
		}
	}
}

// Every calls task again and again.
//
//label:bad unrecoveredgoroutine
func Every(d time.Duration, task func()) (stop func()) {
	var stopped atomic.Bool
	var arm func()
	arm = func() {
		time.AfterFunc(d, func() {
			if stopped.Load() {
				return
			}
			task()
			arm()
		})
	}
	arm()
	return func() { stopped.Store(true) }
}

// OnMessage is called by the broker's client for every delivery.
//
//label:bad unrecoveredgoroutine
func OnMessage(m Message, ack func()) {
	go func() {
		fields := m.Payload.(map[string]any)
		id := fields["id"].(string)
		slog.Info("delivered", "topic", m.Topic, "id", id)
	}()
	ack()
}

// Pool runs tasks that callers hand in.
type Pool struct {
	wg  sync.WaitGroup
	sem chan struct{}
}

// Submit runs the task when there is room.
//
//label:bad unrecoveredgoroutine
func (p *Pool) Submit(task func()) {
	p.sem <- struct{}{}
	p.wg.Go(func() {
		defer func() { <-p.sem }()
		task()
	})
}

// Agent is a process that never ends.
type Agent struct {
	inbox chan Message
	state map[string][]int
}

// Boot starts the three parts of the agent.
//
//label:bad unrecoveredgoroutine
func (a *Agent) Boot(ctx context.Context) {
	go func() {
		defer a.guard("receive")
		a.receive(ctx)
	}()
	go func() {
		defer a.guard("expire")
		a.expire()
	}()
	go a.compact(<-a.inbox)
}

func (a *Agent) guard(part string) {
	if r := recover(); r != nil {
		slog.Error("agent", "part", part, "panic", r, "stack", string(debug.Stack()))
	}
}

func (a *Agent) receive(ctx context.Context) {
	slog.InfoContext(ctx, "receiving", "queued", len(a.inbox))
}

func (a *Agent) expire() {
	slog.Info("expired", "inbox", len(a.inbox))
}

func (a *Agent) compact(m Message) {
	keep := m.Payload.(int)
	for _, values := range a.state {
		slog.Info("first kept", "value", values[len(values)-keep])
	}
}

// FanOut gives the message to all handlers.
//
//label:bad unrecoveredgoroutine
func FanOut(ctx context.Context, m Message, handlers []Handler) error {
	g, ctx := errgroup.WithContext(ctx)
	for _, h := range handlers {
		g.Go(func() error { return h(ctx, m) })
	}
	return g.Wait()
}

// FireHook calls a hook, but does not wait longer than a second.
//
//label:bad unrecoveredgoroutine
func FireHook(ctx context.Context, p Plugin, event string) error {
	done := make(chan struct{})
	go func() {
		defer close(done)
		p.OnEvent(event, time.Now())
	}()
	select {
	case <-done:
		return nil
	case <-time.After(time.Second):
		return fmt.Errorf("plugin %s: hook %s takes too long", p.Name(), event)
	case <-ctx.Done():
		return ctx.Err()
	}
}

// SafeSubscriber hands messages to its handler and survives it.
type SafeSubscriber struct{ handler Handler }

// ConsumeSafely handles messages until the channel is closed.
//
//label:good
func (s *SafeSubscriber) ConsumeSafely(ctx context.Context, messages <-chan Message) {
	for m := range messages {
		go s.handleOne(ctx, m)
	}
}

//label:good
func (s *SafeSubscriber) handleOne(ctx context.Context, m Message) {
	defer func() {
		if r := recover(); r != nil {
			slog.Error("message", "topic", m.Topic, "panic", r, "stack", string(debug.Stack()))
		}
	}()
	if err := s.handler(ctx, m); err != nil {
		log.Printf("topic %s: %v", m.Topic, err)
	}
}

// StartGuarded starts all plugins.
//
//label:good
func StartGuarded(ctx context.Context, plugins []Plugin) {
	for _, p := range plugins {
		safego.Go(p.Name(), func() {
			if err := p.Start(ctx); err != nil {
				log.Printf("plugin: %v", err)
			}
		})
	}
}

//label:good
func spawn(name string, f func()) {
	go func() {
		defer func() {
			if r := recover(); r != nil {
				log.Printf("%s: %v\n%s", name, r, debug.Stack())
			}
		}()
		f()
	}()
}

// RunJobs runs all jobs once.
//
//label:good
func RunJobs(jobs []Job) {
	for _, j := range jobs {
		spawn("job", j.Execute)
	}
}

//label:good
func protect(f func(any)) func(any) {
	return func(v any) {
		defer safego.Report("listener")
		f(v)
	}
}

// Notify calls the listeners, each on its own goroutine.
//
//label:good
func (b *Bus) Notify(event string, value any) {
	b.mu.RLock()
	defer b.mu.RUnlock()
	for _, f := range b.listeners[event] {
		go protect(f)(value)
	}
}

// Try calls the handler with a limit in time.
//
//label:good
func Try(ctx context.Context, h Handler, m Message) error {
	result := make(chan error, 1)
	go func() {
		defer func() {
			if r := recover(); r != nil {
				result <- fmt.Errorf("handler of %s: %v\n%s", m.Topic, r, debug.Stack())
			}
		}()
		result <- h(ctx, m)
	}()
	select {
	case err := <-result:
		return err
	case <-ctx.Done():
		return ctx.Err()
	}
}

// Meter counts messages.
type Meter struct {
	count atomic.Int64
	rate  atomic.Int64
}

// Measure updates the rate once a second.
//
//label:good
func (m *Meter) Measure(ctx context.Context) {
	go func() {
		t := time.NewTicker(time.Second)
		defer t.Stop()
		for {
			select {
			case <-t.C:
				m.rate.Store(m.count.Swap(0))
			case <-ctx.Done():
				return
			}
		}
	}()
}

// Both runs two tasks; a panic of the second is raised again here.
//
//label:good
func Both(a, b func()) {
	raised := make(chan any, 1)
	go func() {
		defer func() { raised <- recover() }()
		b()
	}()
	a()
	if v := <-raised; v != nil {
		panic(v)
	}
}

// Bridge copies messages until ctx ends.
//
//label:good
func Bridge(ctx context.Context, in <-chan Message, out chan<- Message) {
	go func() {
		for {
			select {
			case m, ok := <-in:
				if !ok {
					return
				}
				select {
				case out <- m:
				case <-ctx.Done():
					return
				}
			case <-ctx.Done():
				return
			}
		}
	}()
}
