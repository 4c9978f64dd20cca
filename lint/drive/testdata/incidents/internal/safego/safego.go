// Package safego is where this module starts goroutines: a panic in a
// background task is logged and counted, it does not end the process.
package safego

import (
	"fmt"
	"log"
	"runtime/debug"
	"sync/atomic"
)

// Panics counts recovered panics.
var Panics atomic.Int64

// Recover is to be deferred directly.
func Recover(name string) {
	if r := recover(); r != nil {
		Panics.Add(1)
		log.Printf("%s: recovered panic: %v\n%s", name, r, debug.Stack())
	}
}

// ToError is to be deferred directly; it stores a panic in *err.
func ToError(err *error) {
	if r := recover(); r != nil {
		Panics.Add(1)
		*err = fmt.Errorf("panic: %v", r)
	}
}

// Go runs fn on a goroutine with recovery.
func Go(name string, fn func()) {
	go func() {
		defer Recover(name)
		fn()
	}()
}

// Try runs fn here, with recovery.
func Try(name string, fn func()) {
	defer Recover(name)
	fn()
}

// Wrap makes an errgroup function that returns a panic as an error.
func Wrap(fn func() error) func() error {
	return func() (err error) {
		defer ToError(&err)
		return fn()
	}
}
