// Package log leaves the launcher out for what writes its lines.
package log

import "safego"

// L gives the logger.
var L = func(name string) *int { return nil }

var lines []string

func print() { println(lines[1]) }

func start() {
	safego.Go(print)
	safego.Go(func() { print() })
	go print() // ok: a note, for the package only logs
}
