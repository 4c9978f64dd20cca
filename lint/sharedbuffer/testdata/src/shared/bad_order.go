package shared

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"math/rand"
	"net"
	"slices"
	"strings"
	"sync"
	"time"
)

type b71config struct{ Rand *rand.Rand }
type b71node struct {
	cfg b71config
	d   time.Duration
}

func (n *b71node) loop() {
	for range 5 {
		n.d = time.Duration(n.cfg.Rand.Int63n(1000))
	}
}
func BadConfigRand() {
	cfg := b71config{Rand: rand.New(rand.NewSource(3))}
	for range 3 {
		n := &b71node{cfg: cfg}
		go n.loop() // want `b71config.Rand \(rand.Rand\)`
	}
	time.Sleep(10 * time.Millisecond)
}

func b72work(logf func(string, ...any)) { logf("working %d", 1) }
func BadLogf() {
	var sb strings.Builder
	logf := func(f string, args ...any) { fmt.Fprintf(&sb, f, args...) } // want `sb \(strings.Builder\)`
	go b72work(logf)
	logf("started")
	time.Sleep(10 * time.Millisecond)
}

type b82conn struct {
	bw *bufio.Writer
}

func (c *b82conn) pingLoop() {
	for range 5 {
		c.bw.WriteString("PING\r\n")
		c.bw.Flush()
	}
}
func (c *b82conn) Publish(s string) error {
	c.bw.WriteString("PUB " + s + "\r\n") // want `b82conn.bw \(bufio.Writer\)`
	return c.bw.Flush()
}
func BadPingWriter() {
	a, b := net.Pipe()
	go io.Copy(io.Discard, b)
	c := &b82conn{bw: bufio.NewWriter(a)}
	go c.pingLoop()
	for range 5 {
		_ = c.Publish("x")
	}
	time.Sleep(10 * time.Millisecond)
	a.Close()
}

func BadJsonDecoder() {
	dec := json.NewDecoder(strings.NewReader(`1 2 3 4 5 6`))
	var wg sync.WaitGroup
	for range 2 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for {
				var v int
				if dec.Decode(&v) != nil { // want `dec \(json.Decoder\)`
					return
				}
			}
		}()
	}
	wg.Wait()
}

type b92tree struct {
	name string
	kids []*b92tree
}

func b92walk(t *b92tree, out *strings.Builder, wg *sync.WaitGroup) {
	defer wg.Done()
	out.WriteString(t.name) // want `out \(strings.Builder\)`
	for _, k := range t.kids {
		wg.Add(1)
		go b92walk(k, out, wg)
	}
}
func BadRecursiveWalk() {
	t := &b92tree{"a", []*b92tree{{"b", nil}, {"c", nil}, {"d", nil}}}
	var out strings.Builder
	var wg sync.WaitGroup
	wg.Add(1)
	b92walk(t, &out, &wg)
	wg.Wait()
}

func BadCondOutsideLock() {
	var mu sync.Mutex
	cond := sync.NewCond(&mu)
	started := false
	var buf bytes.Buffer
	go func() {
		mu.Lock()
		started = true
		cond.Signal()
		mu.Unlock()
		buf.WriteString("after")
	}()
	mu.Lock()
	for !started {
		cond.Wait()
	}
	mu.Unlock()
	_ = buf.String() // want `buf \(bytes.Buffer\)`
	time.Sleep(10 * time.Millisecond)
}

var (
	b94once sync.Once
	b94out  *bufio.Writer
)

func b94writer() *bufio.Writer {
	b94once.Do(func() { b94out = bufio.NewWriter(io.Discard) })
	return b94out
}
func BadSingleton() {
	var wg sync.WaitGroup
	for i := range 4 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			fmt.Fprintf(b94writer(), "%d\n", i) // want `b94out \(bufio.Writer\)`
		}()
	}
	wg.Wait()
}

type b96recorder struct {
	buf  bytes.Buffer
	in   chan string
	stop chan struct{}
}

func b96new() *b96recorder {
	r := &b96recorder{in: make(chan string, 4), stop: make(chan struct{})}
	go func() {
		for {
			select {
			case s := <-r.in:
				r.buf.WriteString(s)
			case <-r.stop:
				return
			}
		}
	}()
	return r
}
func (r *b96recorder) Log(s string) { r.in <- s }
func (r *b96recorder) Close() string {
	close(r.stop)
	return r.buf.String() // want `b96recorder.buf \(bytes.Buffer\)`
}
func BadCloseDoesNotWait() {
	for range 50 {
		r := b96new()
		r.Log("a")
		_ = r.Close()
	}
	time.Sleep(10 * time.Millisecond)
}

func b98fetch(ctx context.Context, f func(io.Writer)) []byte {
	var buf bytes.Buffer
	errc := make(chan error, 1)
	go func() {
		f(&buf)
		errc <- nil
	}()
	select {
	case <-errc:
	case <-ctx.Done():
	}
	return slices.Clone(buf.Bytes()) // want `buf \(bytes.Buffer\)`
}
func BadDeadlineSelectCtx() {
	ctx, cancel := context.WithTimeout(context.Background(), 3*time.Millisecond)
	defer cancel()
	b98fetch(ctx, func(w io.Writer) {
		for range 20 {
			io.WriteString(w, "x")
			time.Sleep(time.Millisecond)
		}
	})
	time.Sleep(20 * time.Millisecond)
}
