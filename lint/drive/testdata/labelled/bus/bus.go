// Package bus publishes events.
package bus

import (
	"context"
	"log"
	"sync"
)

// Event is published.
type Event struct{ Name string }

// Listener hears events.
type Listener interface{ On(e Event) }

// Bus holds the listeners.
type Bus struct {
	mu        sync.RWMutex
	handlers  map[string][]func(Event)
	listeners []Listener
	byName    map[string]func(Event)
}

// Subscribe registers h.
func (b *Bus) Subscribe(name string, h func(Event)) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.handlers[name] = append(b.handlers[name], h)
}

// Listen registers l.
func (b *Bus) Listen(l Listener) { b.listeners = append(b.listeners, l) }

//label:bad unrecoveredgoroutine
func (b *Bus) Publish(e Event) {
	b.mu.RLock()
	defer b.mu.RUnlock()
	for _, h := range b.handlers[e.Name] {
		go h(e)
	}
}

//label:bad unrecoveredgoroutine
func (b *Bus) PublishLiteral(e Event) {
	for _, h := range b.handlers[e.Name] {
		go func() { h(e) }()
	}
}

//label:bad unrecoveredgoroutine
func (b *Bus) PublishListeners(e Event) {
	for _, l := range b.listeners {
		go l.On(e)
	}
}

//label:good
func (b *Bus) PublishByName(e Event) {
	go b.byName[e.Name](e)
}

//label:bad unrecoveredgoroutine
func (b *Bus) PublishDone(ctx context.Context, cb func()) {
	context.AfterFunc(ctx, cb)
}

//label:bad unrecoveredgoroutine
func (b *Bus) PublishWait(e Event) {
	var wg sync.WaitGroup
	for _, l := range b.listeners {
		wg.Go(func() { l.On(e) })
	}
	wg.Wait()
}

//label:good
func (b *Bus) PublishSafe(e Event) {
	for _, l := range b.listeners {
		go b.call(l, e)
	}
}

//label:good
func (b *Bus) call(l Listener, e Event) {
	defer func() {
		if r := recover(); r != nil {
			log.Printf("listener of %s: %v", e.Name, r)
		}
	}()
	l.On(e)
}

//label:good
func (b *Bus) PublishSync(e Event) {
	for _, l := range b.listeners {
		l.On(e)
	}
}
