// Package events is the in-process bus that applications subscribe to.
package events

import (
	"log/slog"
	"sync"

	"example.com/service/pkg/safego"
)

// Event is published on the bus.
type Event struct {
	Name string
	Data any
}

// Bus fans events out.
type Bus struct {
	mu    sync.RWMutex
	subs  map[string][]func(Event)
	queue chan Event
	log   *slog.Logger
}

// Subscribe registers fn.
func (b *Bus) Subscribe(name string, fn func(Event)) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.subs[name] = append(b.subs[name], fn)
}

//label:bad unrecoveredgoroutine
func (b *Bus) PublishAsync(ev Event) {
	b.mu.RLock()
	defer b.mu.RUnlock()
	for _, fn := range b.subs[ev.Name] {
		go fn(ev)
	}
}

//label:good
func (b *Bus) PublishAsyncSafe(ev Event) {
	b.mu.RLock()
	defer b.mu.RUnlock()
	for _, fn := range b.subs[ev.Name] {
		go safego.Run("subscriber of "+ev.Name, func() { fn(ev) })
	}
}

//label:bad unrecoveredgoroutine
func ForEach[T any](items []T, limit int, fn func(T) error) []error {
	errs := make([]error, len(items))
	sem := make(chan struct{}, limit)
	var wg sync.WaitGroup
	for i, it := range items {
		sem <- struct{}{}
		wg.Add(1)
		go func() {
			defer func() {
				<-sem
				wg.Done()
			}()
			errs[i] = fn(it)
		}()
	}
	wg.Wait()
	return errs
}
