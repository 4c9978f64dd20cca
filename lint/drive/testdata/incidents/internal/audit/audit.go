// Package audit logs what users do, without holding them up.
package audit

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"os"
	"runtime/debug"
	"sync"

	"example.com/incidents/internal/safego"
)

// Entry is one event.
type Entry struct {
	User   string
	Fields map[string]any
	Tags   []string
}

// Hook sees each entry.
type Hook func(Entry) error

// TraceUsers logs the users and returns the trace.
//
//label:bad sharedbuffer
func TraceUsers(users []string) string {
	var buf bytes.Buffer
	lg := log.New(&buf, "trace ", 0)
	left := make(chan struct{}, len(users))
	for _, u := range users {
		go func() {
			lg.Printf("user %s", u)
			left <- struct{}{}
		}()
	}
	if len(users) > 0 {
		<-left
	}
	return buf.String()
}

// TraceJoined is right: log.Logger locks, and the read follows Wait.
//
//label:good
func TraceJoined(users []string) string {
	var buf bytes.Buffer
	lg := log.New(&buf, "trace ", 0)
	var wg sync.WaitGroup
	for _, u := range users {
		wg.Go(func() { lg.Printf("user %s", u) })
	}
	wg.Wait()
	return buf.String()
}

// Logger hands entries to sinks.
type Logger struct {
	name    string
	entries chan Entry
	hooks   []Hook
	out     io.Writer
	lost    func(Entry)
}

// Emit is called by request handlers; Alert, below, does it right.
//
//label:bad unrecoveredgoroutine
func (l *Logger) Emit(e Entry) {
	for _, h := range l.hooks {
		go func() {
			if err := h(e); err != nil {
				log.Printf("audit: %s: %v", e.User, err)
			}
		}()
	}
}

func (l *Logger) Alert(e Entry) {
	for _, h := range l.hooks {
		safego.Go("alert", func() {
			if err := h(e); err != nil {
				log.Printf("audit: alert %s: %v", e.Tags[0], err)
			}
		})
	}
}

//label:missed workerloop
func (l *Logger) StartAsync() {
	go l.fireLoop()
}

func (l *Logger) fireLoop() {
	for e := range l.entries {
		for _, h := range l.hooks {
			if err := h(e); err != nil {
				fmt.Fprintln(os.Stderr, "audit hook:", err)
			}
		}
	}
}

//label:missed workerloop
func (l *Logger) shipLoop(ship Hook) {
	for e := range l.entries {
		raw, err := l.encodeEntry(e)
		if err != nil {
			fmt.Fprintln(os.Stderr, "audit:", err)
			continue
		}
		l.out.Write(raw)
		if err := ship(e); err != nil {
			l.lost(e)
		}
	}
}

func (l *Logger) encodeEntry(e Entry) (raw []byte, err error) {
	defer safego.ToError(&err)
	e.Fields["tag"] = e.Tags[0]
	return json.Marshal(e)
}

//label:good
func (l *Logger) StartGuarded() {
	go l.guardedLoop()
}

//label:good
func (l *Logger) guardedLoop() {
	for e := range l.entries {
		l.fireOne(e)
	}
}

//label:good
func (l *Logger) fireOne(e Entry) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Fprintf(os.Stderr, "audit: hook: %v\n%s", r, debug.Stack())
		}
	}()
	for _, h := range l.hooks {
		if err := h(e); err != nil {
			fmt.Fprintln(os.Stderr, "audit: hook:", err)
		}
	}
}

func logPanic(where string) {
	if r := recover(); r != nil {
		log.Printf("audit: %s: %v", where, r)
	}
}

//label:missed recovermisuse
func (l *Logger) Redact(e Entry) {
	defer func() {
		logPanic("redact")
	}()
	e.Fields["user"] = e.User[:1] + "***"
	l.entries <- e
}

func (l *Logger) onPanic(where string) {
	if r := recover(); r != nil {
		log.Printf("%s: %s: %v", l.name, where, r)
	}
}

//label:good
func (l *Logger) Anonymize(e Entry) {
	defer l.onPanic("anonymize")
	e.Fields["user"] = e.User[:1] + "***"
	l.entries <- e
}

// panics tells whether a hook panics on the empty entry; used when it is registered.
//
//label:good
func panics(h Hook) (did bool) {
	defer func() { did = recover() != nil }()
	_ = h(Entry{})
	return false
}
