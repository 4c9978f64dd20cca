// Package reporter defers what dependencies recover with.
package reporter

import (
	"strings"

	"example.org/crash"
)

// Lines counts words of lines.
type Lines struct {
	in     chan string
	second map[string]int
}

//label:good
func (l *Lines) StartFailingFast() {
	go l.failFast()
}

//label:good
func (l *Lines) failFast() {
	defer crash.ReportPanic()
	for line := range l.in {
		l.second[strings.Fields(line)[1]]++
	}
}

func (l *Lines) StartLogged() { go l.logged() }

//label:bad workerloop
func (l *Lines) logged() {
	defer crash.LogPanic()
	for line := range l.in {
		l.second[strings.Fields(line)[1]]++
	}
}
