// Package crash tells of panics.
package crash

import "log"

type keeper struct{}

var kept keeper

// ReportPanic is deferred; it ends the process.
func ReportPanic() {
	if r := recover(); r != nil {
		kept.handle(r)
	}
}

func (keeper) handle(r any) {
	log.Println("a panic")
	log.Fatalf("%v", r)
}

// LogPanic is deferred; the process goes on.
func LogPanic() {
	if r := recover(); r != nil {
		log.Println(r)
	}
}
