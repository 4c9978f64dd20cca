// Package audit sends log entries to hooks beside the request.
package audit

import (
	"fmt"
	"os"
	"runtime/debug"

	"example.com/service/pkg/safego"
)

// Entry is one audit line.
type Entry struct {
	Who, What string
	Attrs     map[string]any
}

// Hook is supplied by the application.
type Hook interface{ Fire(Entry) error }

// Logger queues entries.
type Logger struct {
	queue chan Entry
	hook  Hook
	done  chan struct{}
}

func NewLogger(h Hook) *Logger {
	l := &Logger{queue: make(chan Entry, 256), hook: h, done: make(chan struct{})}
	safego.Go("audit hook", l.fireAll)
	return l
}

//label:bad workerloop
func (l *Logger) fireAll() {
	defer close(l.done)
	for e := range l.queue {
		if err := l.hook.Fire(e); err != nil {
			fmt.Fprintln(os.Stderr, "audit:", err)
		}
	}
}

//label:good
func NewGuardedLogger(h Hook) *Logger {
	l := &Logger{queue: make(chan Entry, 256), hook: h, done: make(chan struct{})}
	go l.fireGuarded()
	return l
}

//label:good
func (l *Logger) fireGuarded() {
	defer close(l.done)
	for e := range l.queue {
		l.fireOne(e)
	}
}

//label:good
func (l *Logger) fireOne(e Entry) {
	defer func() {
		if r := recover(); r != nil {
			// never the logger itself
			fmt.Fprintf(os.Stderr, "audit hook: %v\n%s", r, debug.Stack())
		}
	}()
	if err := l.hook.Fire(e); err != nil {
		fmt.Fprintln(os.Stderr, "audit:", err)
	}
}
