// Package safego starts goroutines whose panics are logged.
package safego

import (
	"fmt"
	"log/slog"
	"runtime/debug"
)

// Go runs f on a new goroutine.
//
//label:good
func Go(name string, f func()) {
	go func() {
		defer Report(name)
		f()
	}()
}

// Run runs f and returns its panic as an error.
//
//label:good
func Run(name string, f func() error) (err error) {
	defer func() {
		if r := recover(); r != nil {
			slog.Error("panic", "name", name, "value", r, "stack", string(debug.Stack()))
			err = fmt.Errorf("%s: panic: %v", name, r)
		}
	}()
	return f()
}

// Report logs a panic; it is to be deferred.
//
//label:good
func Report(name string) {
	if r := recover(); r != nil {
		slog.Error("panic", "name", name, "value", r, "stack", string(debug.Stack()))
	}
}
