// Package safe starts background work of the platform's services.
package safe

import (
	"fmt"
	"log/slog"
	"runtime/debug"
	"sync"
)

// Call runs fn on the caller's goroutine.
//
//label:good
func Call(name string, fn func() error) (err error) {
	defer func() {
		if v := recover(); v != nil {
			slog.Error("panic", "task", name, "value", v, "stack", string(debug.Stack()))
			err = fmt.Errorf("%s: %v", name, v)
		}
	}()
	return fn()
}

// Go runs fn on a goroutine of its own.
//
//label:good
func Go(name string, fn func()) {
	go func() {
		defer func() {
			if v := recover(); v != nil {
				slog.Error("panic", "task", name, "value", v, "stack", string(debug.Stack()))
			}
		}()
		fn()
	}()
}

// Group waits for tasks and keeps the first error.
type Group struct {
	wg   sync.WaitGroup
	once sync.Once
	err  error
}

// Run starts one task of the group.
//
//label:good
func (g *Group) Run(name string, fn func() error) {
	g.wg.Add(1)
	go func() {
		defer g.wg.Done()
		if err := Call(name, fn); err != nil {
			g.once.Do(func() { g.err = err })
		}
	}()
}

// Wait blocks until every task has ended.
//
//label:good
func (g *Group) Wait() error {
	g.wg.Wait()
	return g.err
}
