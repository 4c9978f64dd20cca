package shared

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"os/exec"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

type b43out struct {
	mu  sync.Mutex
	buf *bytes.Buffer
}

func (o b43out) put(s string) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.buf.WriteString(s)
}
func BadCopiedLock() {
	o := b43out{buf: new(bytes.Buffer)}
	var wg sync.WaitGroup
	for range 3 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			o.put("x") // want `b43out.buf \(bytes.Buffer\)`
		}()
	}
	wg.Wait()
}

func BadSignalTooEarly() {
	var buf bytes.Buffer
	done := make(chan struct{})
	go func() {
		buf.WriteString("body")
		close(done)
		buf.WriteString("trailer")
	}()
	<-done
	_ = buf.String() // want `buf \(bytes.Buffer\)`
	time.Sleep(10 * time.Millisecond)
}

type b50bus struct{ handlers []func(string) }

func (b *b50bus) On(h func(string)) { b.handlers = append(b.handlers, h) }
func (b *b50bus) Emit(s string) {
	for _, h := range b.handlers {
		go h(s)
	}
}
func BadBus() {
	var got strings.Builder
	bus := &b50bus{}
	bus.On(func(s string) { got.WriteString(s) }) // want `got \(strings.Builder\)`
	bus.Emit("a")
	bus.Emit("b")
	time.Sleep(10 * time.Millisecond)
}

type b51sink interface{ Put(string) }
type b51builderSink struct{ b strings.Builder }

func (s *b51builderSink) Put(x string) { s.b.WriteString(x) }
func b51feed(s b51sink, n int) {
	for range n {
		s.Put("x")
	}
}
func BadInterfaceSink() {
	s := &b51builderSink{}
	go b51feed(s, 3)
	go b51feed(s, 3) // want `b51builderSink.b \(strings.Builder\)`
	time.Sleep(10 * time.Millisecond)
}

func BadAtomicTooEarly() {
	var ready atomic.Bool
	var buf bytes.Buffer
	go func() {
		ready.Store(true)
		buf.WriteString("content")
	}()
	for !ready.Load() {
		time.Sleep(time.Millisecond)
	}
	_ = buf.String() // want `buf \(bytes.Buffer\)`
	time.Sleep(10 * time.Millisecond)
}

func BadJobQueue() {
	jobs := make(chan func())
	var wg sync.WaitGroup
	for range 2 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for j := range jobs {
				j()
			}
		}()
	}
	var out bytes.Buffer
	for range 10 {
		jobs <- func() { out.WriteString("x") } // want `out \(bytes.Buffer\)`
	}
	close(jobs)
	wg.Wait()
}

type b60pool struct {
	tasks chan func()
	wg    sync.WaitGroup
}

func b60new(n int) *b60pool {
	p := &b60pool{tasks: make(chan func(), 8)}
	for range n {
		p.wg.Add(1)
		go p.worker()
	}
	return p
}
func (p *b60pool) worker() {
	defer p.wg.Done()
	for t := range p.tasks {
		t()
	}
}
func (p *b60pool) Submit(f func()) { p.tasks <- f }
func (p *b60pool) Close()          { close(p.tasks); p.wg.Wait() }
func BadPoolSubmit() {
	p := b60new(3)
	var report strings.Builder
	for i := range 10 {
		p.Submit(func() { fmt.Fprintf(&report, "%d;", i) }) // want `report \(strings.Builder\)`
	}
	p.Close()
	_ = report.String()
}

type b63counter struct {
	w io.Writer
	n int
}

func (c *b63counter) Write(p []byte) (int, error) {
	c.n += len(p)
	return c.w.Write(p)
}
func BadCountWriter() {
	var buf bytes.Buffer
	cw := &b63counter{w: &buf}
	go fmt.Fprintf(cw, "a%d", 1)
	fmt.Fprintf(cw, "b%d", 2) // want `buf \(bytes.Buffer\)`
	time.Sleep(10 * time.Millisecond)
}

func b66capture() (stop func(), text func() string) {
	var b strings.Builder
	quit := make(chan struct{})
	go func() {
		for {
			select {
			case <-quit:
				return
			case <-time.After(time.Millisecond):
				b.WriteString("tick ")
			}
		}
	}()
	return func() { close(quit) }, func() string { return b.String() }
}
func BadReturnedReader() {
	stop, text := b66capture()
	time.Sleep(5 * time.Millisecond)
	stop()
	_ = text() // want `b \(strings.Builder\)`
	time.Sleep(10 * time.Millisecond)
}

func BadStdoutStderrDifferentWriters() {
	var all bytes.Buffer
	cmd := exec.Command("sh", "-c", "echo out; echo err >&2; echo out; echo err >&2")
	cmd.Stdout = io.MultiWriter(io.Discard, &all)
	cmd.Stderr = &all
	_ = cmd.Run() // want `all \(bytes.Buffer\)`
	_ = all.String()
}

type b70buffered struct {
	w *bufio.Writer
	t *time.Ticker
}

func (b *b70buffered) flusher() {
	for range b.t.C {
		_ = b.w.Flush()
	}
}
func (b *b70buffered) Write(p []byte) (int, error) { return b.w.Write(p) } // want `b70buffered.w \(bufio.Writer\)`
func BadTickerFlush() {
	b := &b70buffered{w: bufio.NewWriter(io.Discard), t: time.NewTicker(time.Millisecond)}
	go b.flusher()
	for range 6 {
		fmt.Fprint(b, "data")
		time.Sleep(time.Millisecond)
	}
	b.t.Stop()
}
