// Package safe starts goroutines that survive.
package safe

import (
	"log"
	"runtime/debug"
)

// Go runs f on a goroutine and logs its panic.
//
//label:good
func Go(f func()) {
	go func() {
		defer Recover("goroutine")
		f()
	}()
}

// Recover is deferred.
//
//label:good
func Recover(what string) {
	if r := recover(); r != nil {
		log.Printf("%s: panic: %v\n%s", what, r, debug.Stack())
	}
}
