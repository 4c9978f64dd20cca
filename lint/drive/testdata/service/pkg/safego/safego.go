// Package safego is the service's bulkhead: everything that runs beside a
// request goes through it.
package safego

import (
	"fmt"
	"log/slog"
	"runtime/debug"
	"sync/atomic"
)

var recovered atomic.Int64

// Recovered is exported as a metric.
func Recovered() int64 { return recovered.Load() }

// Go starts fn on its own goroutine; a panic is logged and counted.
func Go(name string, fn func()) {
	go func() {
		defer Recover(name)
		fn()
	}()
}

// Run calls fn; a panic is logged and counted.
func Run(name string, fn func()) {
	defer Recover(name)
	fn()
}

// Recover is to be deferred directly.
func Recover(name string) {
	if r := recover(); r != nil {
		recovered.Add(1)
		slog.Error("recovered", "where", name, "panic", r, "stack", string(debug.Stack()))
	}
}

// RecoverTo is to be deferred directly; it turns a panic into an error.
func RecoverTo(name string, err *error) {
	if r := recover(); r != nil {
		recovered.Add(1)
		*err = fmt.Errorf("%s: panic: %v\n%s", name, r, debug.Stack())
	}
}

// WrapErr returns fn with its panics turned into errors.
func WrapErr(name string, fn func() error) func() error {
	return func() (err error) {
		defer RecoverTo(name, &err)
		return fn()
	}
}
