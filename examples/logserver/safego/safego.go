// Package safego starts goroutines whose panic does not end the process.
package safego

import (
	"log"
	"runtime/debug"
	"sync/atomic"
)

// Recovered counts the panics caught so far; alert when it grows.
var Recovered atomic.Int64

// Go runs f on a goroutine of its own and recovers its panic.
func Go(name string, f func()) {
	go Run(name, f)
}

// Run runs f and recovers its panic: it is logged with its stack and counted.
func Run(name string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			Recovered.Add(1)
			log.Printf("%s: recovered panic: %v\n%s", name, r, debug.Stack())
		}
	}()
	f()
}
