package shared

import (
	"bytes"
	"math/rand"
	"strings"
	"sync"
	"time"
)

// asyncLogger writes in its own goroutine, and in Log.
type asyncLogger struct {
	lines chan string
	done  chan struct{}
	buf   bytes.Buffer
}

func newAsyncLogger() *asyncLogger {
	l := &asyncLogger{lines: make(chan string, 8), done: make(chan struct{})}
	go l.loop()
	return l
}

func (l *asyncLogger) loop() {
	defer close(l.done)
	for s := range l.lines {
		l.buf.WriteString(s)
	}
}

func (l *asyncLogger) Log(s string) {
	l.lines <- s
	l.buf.WriteString(s) // want `asyncLogger.buf \(bytes.Buffer\) is written in \(\*asyncLogger\).Log and written by the goroutine started at line 20, without a common lock`
}

func (l *asyncLogger) Close() {
	close(l.lines)
	<-l.done
}

func BadFieldDriver() { // race: reported in (*asyncLogger).Log
	l := newAsyncLogger()
	l.Log("x")
	l.Log("y")
	l.Close()
}

// sampler locks in its goroutine only.
type sampler struct {
	mu  sync.Mutex
	rng *rand.Rand
	sum int
}

func (s *sampler) Start() {
	go func() {
		for range 100 {
			s.mu.Lock()
			s.sum += s.rng.Intn(10)
			s.mu.Unlock()
			time.Sleep(time.Microsecond)
		}
	}()
}

func (s *sampler) Sample() int {
	return s.rng.Intn(10) // want `sampler.rng \(rand.Rand\)`
}

func BadPartialLockDriver() { // race: reported in (*sampler).Sample
	s := &sampler{rng: rand.New(rand.NewSource(1))}
	s.Start()
	time.Sleep(100 * time.Microsecond)
	s.Sample()
}

// flusher is flushed by a timer.
type flusher struct {
	sb strings.Builder
}

func newFlusher() *flusher {
	f := &flusher{}
	time.AfterFunc(0, f.flush)
	return f
}

func (f *flusher) flush() { f.sb.Reset() }

func (f *flusher) Add(s string) {
	f.sb.WriteString(s) // want `flusher.sb \(strings.Builder\) is written in \(\*flusher\).Add and written by the callback`
}

func BadTimerFieldDriver() { // race: reported in (*flusher).Add
	f := newFlusher()
	time.Sleep(time.Millisecond)
	f.Add("x")
}

var trace bytes.Buffer

func startTracing() {
	go func() { trace.WriteByte('x') }()
}

// Trace races with the goroutine.
func Trace(s string) {
	trace.WriteString(s) // want `trace \(bytes.Buffer\) is written in Trace and written by the goroutine`
}

func BadPackageVariableDriver() { // race: reported in Trace
	startTracing()
	time.Sleep(time.Millisecond)
	Trace("x")
}

var shared = rand.New(rand.NewSource(1))

func BadPackageVariableInLoop() {
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			_ = shared.Intn(10) // want `shared \(rand.Rand\)`
		})
	}
	wg.Wait()
}

func BadFieldInOneFunction() {
	s := struct{ buf bytes.Buffer }{}
	go func() { s.buf.WriteByte('x') }()
	s.buf.WriteByte('y') // want `s.buf \(bytes.Buffer\)`
}

// embedded promotes the buffer's methods beside its lock.
type embedded struct {
	sync.Mutex
	bytes.Buffer
}

func BadEmbeddedLockUnused() {
	var e embedded
	go func() { e.WriteByte('x') }()
	e.Lock()
	defer e.Unlock()
	e.WriteByte('y') // want `embedded.Buffer \(bytes.Buffer\)`
}
