// Package logging writes entries asynchronously.
package logging

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"sync"
	"sync/atomic"
	"syscall"
	"time"
)

type Entry struct {
	Time   time.Time
	Level  int
	Msg    string
	Fields map[string]any
}

type Hook func(Entry) error

type Encoder interface {
	Encode(Entry) ([]byte, error)
}

type AsyncHook struct {
	entries chan Entry
	out     io.Writer
	enc     Encoder
	hooks   []Hook
	failed  atomic.Int64
	stop    chan struct{}
}

type File struct {
	mu   sync.Mutex
	path string
	f    *os.File
	buf  *bufio.Writer
	stop chan struct{}
}

//label:bad workerloop
func (h *AsyncHook) process() {
	for e := range h.entries {
		for _, hook := range h.hooks {
			if err := hook(e); err != nil {
				fmt.Fprintln(os.Stderr, "log hook:", err)
			}
		}
	}
}

//label:good
func (h *AsyncHook) processEach() {
	for e := range h.entries {
		h.fireEntry(e)
	}
}

//label:good
func (h *AsyncHook) fireEntry(e Entry) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Fprintf(os.Stderr, "log hook: %v\n%s", r, debug.Stack())
		}
	}()
	for _, hook := range h.hooks {
		if err := hook(e); err != nil {
			fmt.Fprintln(os.Stderr, "log hook:", err)
		}
	}
}

//label:missed workerloop
func (h *AsyncHook) encodeLoop() {
	defer func() {
		if r := recover(); r != nil {
			fmt.Fprintf(os.Stderr, "log writer: %v\n%s", r, debug.Stack())
		}
	}()
	for {
		select {
		case <-h.stop:
			return
		case e := <-h.entries:
			b, err := h.enc.Encode(e)
			if err != nil {
				continue
			}
			_, _ = h.out.Write(b)
		}
	}
}

//label:bad workerloop
func (h *AsyncHook) batchLoop(every time.Duration, pending func() []Entry) {
	t := time.NewTicker(every)
	defer t.Stop()
	for range t.C {
		defer func() {
			if r := recover(); r != nil {
				fmt.Fprintf(os.Stderr, "log batch: %v\n", r)
			}
		}()
		for _, e := range pending() {
			b, err := h.enc.Encode(e)
			if err == nil {
				_, _ = h.out.Write(b)
			}
		}
	}
}

//label:bad unrecoveredgoroutine
func (h *AsyncHook) Fire(e Entry) {
	for _, hook := range h.hooks {
		go func() {
			if err := hook(e); err != nil {
				h.failed.Add(1)
			}
		}()
	}
}

//label:good
func (h *AsyncHook) FireCounted(e Entry) {
	for _, hook := range h.hooks {
		go h.runHook(hook, e)
	}
}

//label:good
func (h *AsyncHook) runHook(hook Hook, e Entry) {
	defer func() {
		if recover() != nil {
			h.failed.Add(1)
		}
	}()
	if err := hook(e); err != nil {
		h.failed.Add(1)
	}
}

//label:bad recovermisuse
func Format(e Entry, keys []string) string {
	defer recover()
	line := e.Time.Format(time.RFC3339) + " " + e.Msg
	for _, k := range keys {
		line += " " + k + "=" + e.Fields[k].(fmt.Stringer).String()
	}
	return line
}

//label:bad recovermisuse
func callHook(hook Hook, e Entry) error {
	defer func() {
		_ = recover()
	}()
	return hook(e)
}

//label:good
func (f *File) flushLoop(every time.Duration) {
	t := time.NewTicker(every)
	defer t.Stop()
	for {
		select {
		case <-f.stop:
			return
		case <-t.C:
			f.mu.Lock()
			_ = f.buf.Flush()
			f.mu.Unlock()
		}
	}
}

//label:good
func (f *File) Rotate() error {
	f.mu.Lock()
	defer f.mu.Unlock()
	old := f.path + "." + time.Now().Format("20060102150405")
	if err := os.Rename(f.path, old); err != nil {
		return err
	}
	go compress(old)
	return nil
}

//label:good
func compress(name string) {
	in, err := os.Open(name)
	if err != nil {
		return
	}
	defer in.Close()
	out, err := os.Create(name + ".gz")
	if err != nil {
		return
	}
	defer out.Close()
	zw := gzip.NewWriter(out)
	_, _ = io.Copy(zw, in)
	_ = zw.Close()
}

//label:good
func (f *File) ReopenOnHangup() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, syscall.SIGHUP)
	go func() {
		for range c {
			nf, err := os.OpenFile(f.path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
			if err != nil {
				continue
			}
			f.mu.Lock()
			f.f = nf
			f.buf.Reset(nf)
			f.mu.Unlock()
		}
	}()
}
