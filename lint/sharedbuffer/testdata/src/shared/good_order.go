package shared

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"math/rand"
	"strings"
	"sync"
	"time"
)

func (b *g72bus) loop() {
	defer close(b.done)
	for s := range b.in {
		for _, h := range b.hs {
			h(s)
		}
	}
}
func GoodSerialBus() { // ok
	b := &g72bus{in: make(chan string), done: make(chan struct{})}
	var sb strings.Builder
	b.hs = append(b.hs, func(s string) { sb.WriteString(s) })
	go b.loop()
	b.in <- "x"
	b.in <- "y"
	close(b.in)
	<-b.done
	_ = sb.String()
}

func g84() (out string) {
	var wg sync.WaitGroup
	var buf bytes.Buffer
	defer func() {
		wg.Wait()
		out = buf.String()
	}()
	wg.Add(1)
	go func() { defer wg.Done(); buf.WriteString("x") }()
	return ""
}
func GoodDeferredWaitAgain() { _ = g84() }

func GoodSemaphoreDrain() { // ok
	const n = 3
	sem := make(chan struct{}, n)
	bufs := [n]bytes.Buffer{}
	for i := range n {
		go func() {
			bufs[i].WriteString("x")
			sem <- struct{}{}
		}()
	}
	for range n {
		<-sem
	}
	for i := range bufs {
		_ = bufs[i].String()
	}
}

func g88start(w *bytes.Buffer) (stop func()) {
	quit, done := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(done)
		for {
			select {
			case <-quit:
				return
			case <-time.After(time.Millisecond):
				w.WriteString("x")
			}
		}
	}()
	return func() { close(quit); <-done }
}
func GoodStopFunc() { // ok
	var buf bytes.Buffer
	stop := g88start(&buf)
	time.Sleep(3 * time.Millisecond)
	stop()
	_ = buf.String()
}

type g90 struct{ enc *json.Encoder }

func (g *g90) send(v any) { _ = g.enc.Encode(v) }
func GoodDifferentInstances() { // ok
	var wg sync.WaitGroup
	for i := range 3 {
		g := &g90{enc: json.NewEncoder(io.Discard)}
		wg.Add(1)
		go func() { defer wg.Done(); g.send(i) }()
	}
	wg.Wait()
}

func GoodCtxWaitDone() { // ok
	ctx, cancel := context.WithCancel(context.Background())
	var buf bytes.Buffer
	go func() {
		defer cancel()
		buf.WriteString("x")
	}()
	<-ctx.Done()
	_ = buf.String()
}

type g92 struct {
	mu  sync.Mutex
	buf *bytes.Buffer
}

func (g *g92) put(s string) { g.mu.Lock(); g.buf.WriteString(s); g.mu.Unlock() }
func (g *g92) flush() {
	g.mu.Lock()
	full := g.buf
	g.buf = new(bytes.Buffer)
	g.mu.Unlock()
	_, _ = full.WriteTo(io.Discard)
}
func GoodSwapUnderLock() { // ok
	g := &g92{buf: new(bytes.Buffer)}
	go func() {
		for range 5 {
			g.flush()
		}
	}()
	for range 5 {
		g.put("x")
	}
	time.Sleep(5 * time.Millisecond)
}

type g94source struct {
	mu  sync.Mutex
	src rand.Source
}

func (s *g94source) Int63() int64 { s.mu.Lock(); defer s.mu.Unlock(); return s.src.Int63() }
func (s *g94source) Seed(n int64) { s.mu.Lock(); s.src.Seed(n); s.mu.Unlock() }
func GoodLockedRandSource() { // ok
	r := rand.New(&g94source{src: rand.NewSource(1)})
	var wg sync.WaitGroup
	for range 3 {
		wg.Add(1)
		go func() { defer wg.Done(); _ = r.Intn(6) }()
	}
	wg.Wait()
}

func GoodClosureLockWrapper() { // ok
	var mu sync.Mutex
	locked := func(f func()) { mu.Lock(); defer mu.Unlock(); f() }
	var buf bytes.Buffer
	go locked(func() { buf.WriteString("x") })
	locked(func() { buf.WriteString("y") })
	time.Sleep(5 * time.Millisecond)
}

func GoodStopTimerBefore() { // ok
	var buf bytes.Buffer
	fired := make(chan struct{})
	t := time.AfterFunc(time.Hour, func() { buf.WriteString("late"); close(fired) })
	if !t.Stop() {
		<-fired
	}
	_ = buf.String()
}

func GoodRangeUntilClosed() { // ok
	var buf bytes.Buffer
	lines := make(chan string)
	go func() {
		defer close(lines)
		for i := range 3 {
			fmt.Fprintf(&buf, "raw %d", i)
			lines <- "x"
		}
	}()
	for range lines {
	}
	_ = buf.String()
}

type g98 struct {
	state struct {
		sync.Mutex
		out bytes.Buffer
	}
}

func (g *g98) Write(p []byte) (int, error) {
	g.state.Lock()
	defer g.state.Unlock()
	return g.state.out.Write(p)
}
func GoodMuStruct() { // ok
	g := &g98{}
	go fmt.Fprint(g, "x")
	fmt.Fprint(g, "y")
	time.Sleep(5 * time.Millisecond)
}

func GoodWaitAndCloseBeforeFlush() { // ok
	ctx, cancel := context.WithCancel(context.Background())
	var out bytes.Buffer
	w := bufio.NewWriter(&out)
	defer w.Flush()
	answers := make(chan string, 4)
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		for {
			select {
			case a, ok := <-answers:
				if !ok {
					return
				}
				w.WriteString(a)
			case <-ctx.Done():
				return
			}
		}
	}()
	defer func() {
		cancel()
		wg.Wait()
		close(answers)
	}()
	for range 3 {
		answers <- "x"
	}
}
