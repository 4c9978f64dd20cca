// Package hooks writes log entries in the background.
package hooks

import (
	"fmt"
	"os"
	"runtime/debug"
	"sync"
)

// Entry is one line of the log.
type Entry struct {
	Level  int
	Fields map[string]any
}

// Sink takes entries.
type Sink interface{ Fire(e *Entry) error }

// Async hands entries to sinks.
type Async struct {
	entries chan *Entry
	sinks   []Sink
	wg      sync.WaitGroup
}

// New starts the hook.
func New(sinks ...Sink) *Async {
	a := &Async{entries: make(chan *Entry, 100), sinks: sinks}
	a.wg.Add(4)
	go a.bare()
	go a.outside()
	go a.perEntry()
	go a.perEntryDirect()
	return a
}

//label:bad workerloop
func (a *Async) bare() {
	defer a.wg.Done()
	for e := range a.entries {
		for _, s := range a.sinks {
			if err := s.Fire(e); err != nil {
				fmt.Fprintln(os.Stderr, err)
			}
		}
	}
}

//label:bad workerloop
func (a *Async) outside() {
	defer a.wg.Done()
	defer func() {
		if r := recover(); r != nil {
			fmt.Fprintf(os.Stderr, "hook: %v\n%s", r, debug.Stack())
		}
	}()
	for e := range a.entries {
		for _, s := range a.sinks {
			_ = s.Fire(e)
		}
	}
}

//label:good
func (a *Async) perEntry() {
	defer a.wg.Done()
	for e := range a.entries {
		a.fire(e)
	}
}

//label:good
func (a *Async) fire(e *Entry) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Fprintf(os.Stderr, "hook: %v\n%s", r, debug.Stack())
		}
	}()
	for _, s := range a.sinks {
		_ = s.Fire(e)
	}
}

//label:good
func (a *Async) perEntryDirect() {
	defer a.wg.Done()
	guard := func(s Sink, e *Entry) {
		defer func() {
			if r := recover(); r != nil {
				fmt.Fprintf(os.Stderr, "hook: %v\n%s", r, debug.Stack())
			}
		}()
		_ = s.Fire(e)
	}
	for e := range a.entries {
		for _, s := range a.sinks {
			guard(s, e)
		}
	}
}
