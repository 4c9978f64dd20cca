// Package safego starts goroutines that survive a panic.
package safego

import (
	"context"
	"log/slog"
	"runtime/debug"
	"sync"
)

// Recover logs a panic; defer it.
//
//label:good
func Recover(name string) {
	if r := recover(); r != nil {
		slog.Error("panic", "in", name, "value", r, "stack", string(debug.Stack()))
	}
}

// Go runs fn on a goroutine.
//
//label:good
func Go(name string, fn func()) {
	go func() {
		defer Recover(name)
		fn()
	}()
}

// Wrap returns fn with a recovery.
//
//label:good
func Wrap(name string, fn func()) func() {
	return func() {
		defer Recover(name)
		fn()
	}
}

// Run calls fn and contains its panic.
//
//label:good
func Run(name string, fn func()) {
	defer Recover(name)
	fn()
}

// Each runs fn for each item, each on its own goroutine.
//
//label:good
func Each[T any](items []T, fn func(T)) {
	var wg sync.WaitGroup
	for _, item := range items {
		wg.Add(1)
		go func() {
			defer wg.Done()
			defer Recover("each")
			fn(item)
		}()
	}
	wg.Wait()
}

// Forever runs fn again and again, whatever it does.
//
//label:good
func Forever(ctx context.Context, fn func(context.Context)) {
	go func() {
		for ctx.Err() == nil {
			func() {
				defer Recover("forever")
				fn(ctx)
			}()
		}
	}()
}

// Async runs fn on a goroutine, bare.
//
//label:bad unrecoveredgoroutine
func Async(fn func()) {
	go fn()
}

// Parallel runs fn for each item, bare.
//
//label:bad unrecoveredgoroutine
func Parallel[T any](items []T, fn func(T)) {
	var wg sync.WaitGroup
	for _, item := range items {
		wg.Add(1)
		go func() {
			defer wg.Done()
			fn(item)
		}()
	}
	wg.Wait()
}

// Catcher keeps the first panic and raises it again in Wait.
type Catcher struct {
	wg    sync.WaitGroup
	once  sync.Once
	value any
}

// Go runs fn.
//
//label:good
func (c *Catcher) Go(fn func()) {
	c.wg.Add(1)
	go func() {
		defer c.wg.Done()
		defer func() {
			if r := recover(); r != nil {
				c.once.Do(func() { c.value = r })
			}
		}()
		fn()
	}()
}

// Wait raises what a goroutine raised.
//
//label:good
func (c *Catcher) Wait() {
	c.wg.Wait()
	if c.value != nil {
		panic(c.value)
	}
}
