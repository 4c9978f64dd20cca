// Package safego is the launcher of a module.
package safego

import "log"

func Go(f func()) {
	go func() { // ok
		defer Recover()
		f()
	}()
}

func Recover() {
	if r := recover(); r != nil {
		log.Print(r)
	}
}

// Run runs f under a recover.
func Run(f func()) {
	defer Recover()
	f()
}

// Wrap returns f under a recover.
func Wrap(f func()) func() {
	return func() {
		defer Recover()
		f()
	}
}

type Pool struct{ name string }

func (p *Pool) Go(f func(*Pool)) { Go(func() { f(p) }) }
