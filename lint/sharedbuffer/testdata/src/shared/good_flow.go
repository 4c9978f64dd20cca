package shared

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"math/rand"
	"mime/multipart"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

func GoodMutex() { // ok
	var buf bytes.Buffer
	var mu sync.Mutex
	var wg sync.WaitGroup
	for range 4 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			mu.Lock()
			defer mu.Unlock()
			buf.WriteByte('x')
		}()
	}
	mu.Lock()
	fmt.Fprintln(io.Discard, buf.Len())
	mu.Unlock()
	wg.Wait()
}

func GoodRWMutexRead() { // ok
	var buf bytes.Buffer
	var mu sync.RWMutex
	go func() { mu.Lock(); buf.WriteByte('x'); mu.Unlock() }()
	mu.RLock()
	fmt.Fprintln(io.Discard, buf.Len())
	mu.RUnlock()
}

func GoodWait() { // ok
	var buf bytes.Buffer
	var wg sync.WaitGroup
	wg.Add(1)
	go func() { defer wg.Done(); buf.WriteByte('x') }()
	wg.Wait()
	buf.WriteByte('y')
}

func GoodWaitGroupGo() { // ok
	var buf bytes.Buffer
	var wg sync.WaitGroup
	wg.Go(func() { buf.WriteByte('x') })
	wg.Wait()
	fmt.Fprintln(io.Discard, buf.String())
}

func GoodClose() { // ok
	var buf bytes.Buffer
	done := make(chan struct{})
	go func() { defer close(done); buf.WriteByte('x') }()
	<-done
	fmt.Fprintln(io.Discard, buf.String())
}

func GoodSend() { // ok
	var buf bytes.Buffer
	errs := make(chan error)
	go func() {
		_, err := buf.WriteString("x")
		errs <- err
	}()
	if err := <-errs; err != nil {
		return
	}
	fmt.Fprintln(io.Discard, buf.String())
}

func GoodSelectReturns() { // ok
	var buf bytes.Buffer
	done := make(chan struct{})
	go func() { defer close(done); buf.WriteByte('x') }()
	select {
	case <-done:
	case <-time.After(time.Second):
		return
	}
	fmt.Fprintln(io.Discard, buf.String())
}

func GoodManyReceives() { // ok
	var buf bytes.Buffer
	var mu sync.Mutex
	done := make(chan bool)
	for range 4 {
		go func() {
			mu.Lock()
			buf.WriteByte('x')
			mu.Unlock()
			done <- true
		}()
	}
	for range 4 {
		<-done
	}
	fmt.Fprintln(io.Discard, buf.Len())
}

func GoodOnePerGoroutine() { // ok
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			var buf bytes.Buffer
			buf.WriteByte('x')
		})
	}
	wg.Wait()
}

func GoodOnePerIteration() { // ok
	for range 4 {
		var buf bytes.Buffer
		done := make(chan struct{})
		go func() { buf.WriteByte('x'); close(done) }()
		<-done
		fmt.Fprintln(io.Discard, buf.String())
	}
}

func GoodOneEach() { // ok
	var wg sync.WaitGroup
	for range 4 {
		buf := new(bytes.Buffer)
		wg.Go(func() { buf.WriteByte('x') })
	}
	wg.Wait()
}

func GoodHandOff() { // ok
	ch := make(chan *bytes.Buffer)
	done := make(chan struct{})
	go func() {
		defer close(done)
		for b := range ch {
			b.WriteByte('x')
		}
	}()
	for range 4 {
		b := new(bytes.Buffer)
		b.WriteByte('y')
		ch <- b
	}
	close(ch)
	<-done
}

func GoodWrittenBefore() { // ok
	var buf bytes.Buffer
	buf.WriteString("x")
	go func() { fmt.Fprintln(io.Discard, buf.String()) }()
}

func GoodReadOnly() { // ok
	var buf bytes.Buffer
	buf.WriteString("x")
	go func() { fmt.Fprintln(io.Discard, buf.String()) }()
	fmt.Fprintln(io.Discard, buf.String())
}

func GoodOnce() { // ok
	var buf bytes.Buffer
	var once sync.Once
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			once.Do(func() { buf.WriteString("x") })
			fmt.Fprintln(io.Discard, buf.Len())
		})
	}
	wg.Wait()
}

func GoodPool() { // ok
	pool := sync.Pool{New: func() any { return new(bytes.Buffer) }}
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			b := pool.Get().(*bytes.Buffer)
			defer pool.Put(b)
			b.Reset()
			b.WriteByte('x')
		})
	}
	wg.Wait()
}

func GoodLogger() { // ok
	var buf bytes.Buffer
	logger := log.New(&buf, "", 0)
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() { logger.Println("x") })
	}
	logger.Println("y")
	wg.Wait()
	fmt.Fprintln(io.Discard, buf.String())
}

type lockedBuffer struct {
	mu  sync.Mutex
	buf bytes.Buffer
}

func (b *lockedBuffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.buf.Write(p)
}

func (b *lockedBuffer) String() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.buf.String()
}

func GoodWrapper() { // ok
	var b lockedBuffer
	go func() { fmt.Fprintln(&b, "x") }()
	fmt.Fprintln(&b, "y")
	fmt.Fprintln(io.Discard, b.String())
}

func GoodWrapperBehindHelper() { // ok
	var b lockedBuffer
	copyTwice(&b)
}

func GoodDiscardBehindHelper() { // ok
	copyTwice(io.Discard)
}

func GoodSemaphoreOfOne() { // ok
	var buf bytes.Buffer
	sem := make(chan struct{}, 1)
	var wg sync.WaitGroup
	for range 4 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			sem <- struct{}{}
			defer func() { <-sem }()
			buf.WriteByte('x')
		}()
	}
	wg.Wait()
}

func GoodToken() { // ok
	var buf bytes.Buffer
	token := make(chan struct{}, 1)
	token <- struct{}{}
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			<-token
			buf.WriteByte('x')
			token <- struct{}{}
		})
	}
	wg.Wait()
}

func GoodCloserGoroutine() { // ok
	var buf bytes.Buffer
	out := make(chan int)
	var wg sync.WaitGroup
	wg.Add(1)
	go func() { defer wg.Done(); buf.WriteByte('x'); out <- 1 }()
	go func() { wg.Wait(); close(out) }()
	for range out {
	}
	fmt.Fprintln(io.Discard, buf.String())
}

func GoodStartedByHand() { // ok
	var buf bytes.Buffer
	start := make(chan struct{})
	done := make(chan struct{})
	go func() {
		defer close(done)
		<-start
		buf.WriteByte('x')
	}()
	buf.WriteByte('y')
	close(start)
	<-done
}

func GoodChain() { // ok
	var buf bytes.Buffer
	first, second := make(chan struct{}), make(chan struct{})
	go func() { buf.WriteByte('x'); close(first) }()
	go func() { <-first; buf.WriteByte('y'); close(second) }()
	<-second
}

func GoodStopFunction() { // ok
	var buf bytes.Buffer
	quit, done := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(done)
		for {
			select {
			case <-quit:
				return
			default:
				buf.WriteByte('x')
			}
		}
	}()
	stop := func() { close(quit); <-done }
	stop()
	fmt.Fprintln(io.Discard, buf.Len())
}

func GoodQuitHandshake() { // ok
	var buf bytes.Buffer
	quit := make(chan struct{})
	tick := time.NewTicker(time.Microsecond)
	go func() {
		for {
			select {
			case <-quit:
				return
			case <-tick.C:
				buf.WriteByte('x')
			}
		}
	}()
	quit <- struct{}{}
	fmt.Fprintln(io.Discard, buf.Len())
}

func GoodAtomicFlag() { // ok
	var buf bytes.Buffer
	var done atomic.Bool
	go func() { buf.WriteByte('x'); done.Store(true) }()
	for !done.Load() {
		time.Sleep(time.Microsecond)
	}
	fmt.Fprintln(io.Discard, buf.String())
}

func GoodCond() { // ok
	var buf bytes.Buffer
	var mu sync.Mutex
	ready, cond := false, sync.NewCond(&mu)
	go func() {
		buf.WriteByte('x')
		mu.Lock()
		ready = true
		cond.Signal()
		mu.Unlock()
	}()
	mu.Lock()
	for !ready {
		cond.Wait()
	}
	mu.Unlock()
	fmt.Fprintln(io.Discard, buf.String())
}

func GoodCancelled() { // ok
	var buf bytes.Buffer
	ctx, cancel := context.WithCancel(context.Background())
	go func() {
		defer cancel()
		buf.WriteByte('x')
	}()
	<-ctx.Done()
	fmt.Fprintln(io.Discard, buf.String())
}

func GoodDeferredWait() { // ok
	var buf bytes.Buffer
	var wg sync.WaitGroup
	defer func() { fmt.Fprintln(io.Discard, buf.String()) }()
	defer wg.Wait()
	wg.Go(func() { buf.WriteByte('x') })
}

func GoodSwapped() { // ok
	var mu sync.Mutex
	var wg sync.WaitGroup
	buf := new(bytes.Buffer)
	for range 4 {
		mu.Lock()
		full := buf
		buf = new(bytes.Buffer)
		mu.Unlock()
		wg.Go(func() { fmt.Fprintln(io.Discard, full.String()) })
		buf.WriteByte('x')
	}
	wg.Wait()
}

func GoodCopy() { // ok
	var sb strings.Builder
	sb.WriteString("x")
	s := sb.String()
	go func() { fmt.Fprintln(io.Discard, s) }()
	sb.WriteString("y")
}

func GoodEncoderEach() { // ok
	var wg sync.WaitGroup
	for i := range 4 {
		wg.Go(func() { json.NewEncoder(io.Discard).Encode(i) })
	}
	wg.Wait()
}

func GoodRandTopLevel() { // ok
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() { _ = rand.Intn(10) })
	}
	wg.Wait()
}

func GoodRandEach() { // ok
	var wg sync.WaitGroup
	for i := range 4 {
		rng := rand.New(rand.NewSource(int64(i)))
		wg.Go(func() { _ = rng.Intn(10) })
	}
	wg.Wait()
}

func withLock(mu *sync.Mutex, f func()) {
	mu.Lock()
	defer mu.Unlock()
	f()
}

func GoodLockedByHelper() { // ok
	var buf bytes.Buffer
	var mu sync.Mutex
	go withLock(&mu, func() { buf.WriteByte('x') })
	withLock(&mu, func() { buf.WriteByte('y') })
}

type guarded struct {
	sync.Mutex
	bytes.Buffer
}

func (g *guarded) acquire() { g.Lock() }
func (g *guarded) release() { g.Unlock() }

func GoodLockedThroughMethods() { // ok
	g := &guarded{}
	go func() { g.acquire(); g.WriteByte('x'); g.release() }()
	g.acquire()
	defer g.release()
	g.WriteByte('y')
}

func (g *guarded) append() { g.WriteByte('x') }

func GoodLockHeldByCaller() { // ok
	g := &guarded{}
	go func() {
		g.Lock()
		defer g.Unlock()
		g.append()
	}()
	g.Lock()
	g.append()
	g.Unlock()
}

func GoodTryLock() { // ok
	var buf bytes.Buffer
	var mu sync.Mutex
	go func() { mu.Lock(); buf.WriteByte('x'); mu.Unlock() }()
	if mu.TryLock() {
		buf.WriteByte('y')
		mu.Unlock()
	}
}

func GoodPingPong() { // ok
	var buf bytes.Buffer
	in, out := make(chan int), make(chan int)
	go func() {
		for x := range in {
			fmt.Fprint(&buf, x)
			out <- x
		}
	}()
	for i := range 4 {
		in <- i
		<-out
		fmt.Fprintln(io.Discard, buf.Len())
	}
	close(in)
}

func GoodPipe() { // ok
	r, w := io.Pipe()
	go func() {
		var buf bytes.Buffer
		buf.WriteString("x")
		buf.WriteTo(w)
		w.Close()
	}()
	var got bytes.Buffer
	io.Copy(&got, r)
}

func GoodSequential() { // ok
	var buf bytes.Buffer
	for range 4 {
		done := make(chan struct{})
		go func() { defer close(done); buf.WriteByte('x') }()
		<-done
	}
}

func GoodShadowed() { // ok
	var buf bytes.Buffer
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			buf := bytes.Buffer{}
			buf.WriteByte('x')
		})
	}
	buf.WriteByte('y')
	wg.Wait()
}

func GoodByValue() { // ok
	var buf bytes.Buffer
	go func(b bytes.Buffer) { b.WriteByte('x') }(buf)
	fmt.Fprintln(io.Discard, buf.Len())
}

func GoodPerIndex() { // ok
	bufs := make([]bytes.Buffer, 4)
	var wg sync.WaitGroup
	for i := range bufs {
		wg.Go(func() { bufs[i].WriteByte('x') })
	}
	wg.Wait()
	for i := range bufs {
		fmt.Fprintln(io.Discard, bufs[i].String())
	}
}

func goodSettled(r io.Reader) string { // ok: the boundary was settled by NewWriter
	pr, pw := io.Pipe()
	form := multipart.NewWriter(pw)
	go func() {
		defer pw.Close()
		part, _ := form.CreateFormFile("f", "f")
		_, _ = io.Copy(part, r)
		_ = form.Close()
	}()
	_, _ = io.Copy(io.Discard, pr)
	return form.FormDataContentType()
}

// GoodJoinedOnce receives the end of the goroutine where it can, and at the latest when it returns.
func GoodJoinedOnce(w io.Writer, failed func() bool) { // ok
	out := bufio.NewWriter(w)
	ended := make(chan error, 1)
	defer func() {
		if ended != nil {
			<-ended
		}
	}()
	go func() {
		_, err := out.WriteString("ask")
		ended <- err
	}()
	if failed() {
		return
	}
	<-ended
	ended = nil
	out.WriteString("end")
}

func GoodElementOfEach() { // ok: each goroutine has an element of its own
	var wg sync.WaitGroup
	each := make([]bytes.Buffer, 3)
	for i := range each {
		wg.Add(1)
		go func(buffer *bytes.Buffer) {
			defer wg.Done()
			buffer.WriteString("x")
		}(&each[i])
	}
	wg.Wait()
}
