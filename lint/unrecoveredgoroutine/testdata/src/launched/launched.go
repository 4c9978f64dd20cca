// Package launched has a launcher, and leaves it out once.
package launched

import (
	"launched/log"
	"safego"
)

var list []int

func work() { _ = list[1] }

func good(p *safego.Pool) {
	safego.Go(work)
	safego.Go(func() { work() })
	p.Go(func(*safego.Pool) { work() })
	go safego.Run(work)
	go safego.Wrap(work)()
	go func() { safego.Run(work) }()
	go func() {
		defer safego.Recover()
		work()
	}()
}

func bad() {
	go work()   // want `a panic in the goroutine started here ends the process: work `
	go func() { // want `a panic in the goroutine started here ends the process: it calls work with no recover`
		work()
	}()
}

// ok: a note, for it winds down.
func stopAll() {
	go work()
}

type step interface{ Run() }

type plan struct{ tasks []step }

func (p *plan) runAll(done func()) {
	for _, t := range p.tasks {
		go func() { // want `a panic in the goroutine started here ends the process: it calls t\.Run with no recover`
			done()
			t.Run()
		}()
	}
}

func (p *plan) logged() {
	for _, t := range p.tasks {
		go func() { // want `a panic in the goroutine started here ends the process: it calls t\.Run with no recover`
			log.L("plan")
			t.Run()
		}()
	}
}
