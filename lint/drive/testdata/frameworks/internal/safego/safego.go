// Package safego holds the launchers the services of this repository use.
package safego

import (
	"context"
	"fmt"
	"log"
	"runtime/debug"
	"time"
)

// Go runs fn on its own goroutine; a panic of it is logged with its stack.
//
//label:good
func Go(name string, fn func()) {
	go func() {
		defer report(name)
		fn()
	}()
}

//label:good
func report(name string) {
	if r := recover(); r != nil {
		log.Printf("panic in %s: %v\n%s", name, r, debug.Stack())
	}
}

// Wrap makes a panic of fn an error of the function returned.
//
//label:good
func Wrap(fn func() error) func() error {
	return func() (err error) {
		defer func() {
			if r := recover(); r != nil {
				err = fmt.Errorf("panic: %v\n%s", r, debug.Stack())
			}
		}()
		return fn()
	}
}

// Loop calls step until ctx ends and pauses a little after each panic.
//
//label:good
func Loop(ctx context.Context, name string, step func(context.Context)) {
	go func() {
		for ctx.Err() == nil {
			if !once(ctx, name, step) {
				select {
				case <-ctx.Done():
				case <-time.After(time.Second):
				}
			}
		}
	}()
}

//label:good
func once(ctx context.Context, name string, step func(context.Context)) (ok bool) {
	defer func() {
		if r := recover(); r != nil {
			log.Printf("%s: %v", name, r)
			ok = false
		}
	}()
	step(ctx)
	return true
}

// Guard returns the function to defer: defer safego.Guard("x")().
//
//label:good
func Guard(name string) func() {
	return func() {
		if r := recover(); r != nil {
			log.Printf("guard %s: %v", name, r)
		}
	}
}

// RunGuarded starts each of fns.
//
//label:good
func RunGuarded(fns ...func()) {
	for i, fn := range fns {
		go func() {
			defer Guard(fmt.Sprint("fn", i))()
			fn()
		}()
	}
}
