package crash

import (
	"log"

	"metrics"
)

type Handler interface{ HandlePanic(r any) }

// Counted is deferred by goroutines.
func Counted() {
	if r := recover(); r != nil {
		log.Print(r)
		metrics.PanicInc()
	}
}

func report(handler Handler) {
	if r := recover(); r != nil {
		handler.HandlePanic(r)
	}
}

// Group runs functions on goroutines.
type Group struct{ panicHandler Handler }

// Go tells the handler of the group of a panic of work.
func (g *Group) Go(work func()) {
	go func() {
		defer report(g.panicHandler)
		work()
	}()
}

// Go logs a panic of work.
func Go(work func()) {
	go func() {
		defer func() {
			if r := recover(); r != nil {
				log.Print(r)
			}
		}()
		work()
	}()
}
