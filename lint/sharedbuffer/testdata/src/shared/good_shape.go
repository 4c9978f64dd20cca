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

type g04state struct {
	mu  sync.Mutex
	buf bytes.Buffer
}

func (s *g04state) acquire() func() {
	s.mu.Lock()
	return s.mu.Unlock
}
func GoodLockReturnsUnlock() { // ok
	s := &g04state{}
	go func() {
		defer s.acquire()()
		s.buf.WriteString("x")
	}()
	unlock := s.acquire()
	s.buf.WriteString("y")
	unlock()
	time.Sleep(10 * time.Millisecond)
}

func GoodIndexed() { // ok
	bufs := make([]bytes.Buffer, 4)
	var wg sync.WaitGroup
	for i := range bufs {
		wg.Add(1)
		go func() {
			defer wg.Done()
			fmt.Fprintf(&bufs[i], "%d", i)
		}()
	}
	wg.Wait()
	for i := range bufs {
		_ = bufs[i].String()
	}
}

type g20bactor struct {
	buf bytes.Buffer
	ops chan func()
}

func (a *g20bactor) loop() {
	for op := range a.ops {
		op()
	}
}
func (a *g20bactor) Add(s string) { a.ops <- func() { a.buf.WriteString(s) } }
func (a *g20bactor) Text() string {
	r := make(chan string, 1)
	a.ops <- func() { r <- a.buf.String() }
	return <-r
}
func GoodActorField() { // ok
	a := &g20bactor{ops: make(chan func())}
	go a.loop()
	a.Add("x")
	_ = a.Text()
	close(a.ops)
}

type g24q struct {
	cond *sync.Cond
	buf  bytes.Buffer
}

func (q *g24q) put(s string) {
	q.cond.L.Lock()
	q.buf.WriteString(s)
	q.cond.L.Unlock()
	q.cond.Signal()
}
func (q *g24q) take() string {
	q.cond.L.Lock()
	defer q.cond.L.Unlock()
	for q.buf.Len() == 0 {
		q.cond.Wait()
	}
	s := q.buf.String()
	q.buf.Reset()
	return s
}
func GoodCondL() { // ok
	q := &g24q{cond: sync.NewCond(&sync.Mutex{})}
	go q.put("x")
	_ = q.take()
}

func GoodStderrIsStdout() { // ok
	var all bytes.Buffer
	cmd := exec.Command("sh", "-c", "echo a; echo b >&2")
	cmd.Stdout = io.MultiWriter(&all, io.Discard)
	cmd.Stderr = cmd.Stdout
	_ = cmd.Run()
	_ = all.String()
}

type g40 struct {
	hdr bytes.Buffer
	w   *bufio.Writer
}

func g40new() *g40 {
	g := &g40{w: bufio.NewWriter(io.Discard)}
	g.hdr.WriteString("header")
	g.w.WriteString("banner")
	go g.loop()
	return g
}
func (g *g40) loop() {
	g.w.Write(g.hdr.Bytes())
	g.hdr.Reset()
	g.w.Flush()
}
func GoodConstructorFills() { g40new(); time.Sleep(5 * time.Millisecond) }

func g43stage(in <-chan *bytes.Buffer, s string) <-chan *bytes.Buffer {
	out := make(chan *bytes.Buffer)
	go func() {
		defer close(out)
		for b := range in {
			b.WriteString(s)
			out <- b
		}
	}()
	return out
}
func GoodPipeline() { // ok
	src := make(chan *bytes.Buffer)
	end := g43stage(g43stage(src, "a"), "b")
	go func() {
		defer close(src)
		for range 3 {
			src <- bytes.NewBufferString("x")
		}
	}()
	for b := range end {
		b.WriteString("end")
	}
}

func GoodFreeList() { // ok
	free := make(chan *bytes.Buffer, 2)
	free <- new(bytes.Buffer)
	free <- new(bytes.Buffer)
	var wg sync.WaitGroup
	for range 6 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			b := <-free
			b.Reset()
			b.WriteString("x")
			free <- b
		}()
	}
	wg.Wait()
}

type g49 struct{ cur atomic.Pointer[bytes.Buffer] }

func (g *g49) rotate() {
	b := new(bytes.Buffer)
	b.WriteString("new")
	g.cur.Store(b)
}
func (g *g49) read() string {
	if b := g.cur.Load(); b != nil {
		return b.String()
	}
	return ""
}
func GoodAtomicPointer() { // ok
	g := &g49{}
	go g.rotate()
	_ = g.read()
	g.rotate()
	time.Sleep(5 * time.Millisecond)
}

func g51line(mu *sync.Mutex, w *bytes.Buffer, s string) {
	mu.Lock()
	defer mu.Unlock()
	fmt.Fprintln(w, s)
}
func GoodLockParam() { // ok
	var mu sync.Mutex
	var buf bytes.Buffer
	go g51line(&mu, &buf, "a")
	g51line(&mu, &buf, "b")
	time.Sleep(5 * time.Millisecond)
}

func g64map[T, R any](xs []T, f func(T) R) []R {
	out := make([]R, len(xs))
	var wg sync.WaitGroup
	for i, x := range xs {
		wg.Add(1)
		go func() { defer wg.Done(); out[i] = f(x) }()
	}
	wg.Wait()
	return out
}
func GoodGenericSlots() { // ok
	res := g64map([]int{1, 2, 3}, func(i int) string {
		var b strings.Builder
		fmt.Fprint(&b, i)
		return b.String()
	})
	_ = strings.Join(res, ",")
}

func g68(async bool) {
	b := new(bytes.Buffer)
	fill := func() { b.WriteString("x") }
	if async {
		go fill()
		return
	}
	fill()
}
func GoodEitherOr() { g68(true); g68(false); time.Sleep(5 * time.Millisecond) }

type g72bus struct {
	hs   []func(string)
	in   chan string
	done chan struct{}
}
