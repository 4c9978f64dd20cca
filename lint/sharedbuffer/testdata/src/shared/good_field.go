package shared

import (
	"bufio"
	"bytes"
	"io"
	"math/rand"
	"sync"
	"time"
)

// ownedLogger touches its buffer in its goroutine only.
type ownedLogger struct {
	lines chan string
	done  chan struct{}
	buf   bytes.Buffer
}

func newOwnedLogger() *ownedLogger {
	l := &ownedLogger{lines: make(chan string, 8), done: make(chan struct{})}
	go l.loop()
	return l
}

func (l *ownedLogger) loop() {
	defer close(l.done)
	for s := range l.lines {
		l.buf.WriteString(s)
	}
}

func (l *ownedLogger) Log(s string) { l.lines <- s }

// Close waits before it reads.
func (l *ownedLogger) Close() string {
	close(l.lines)
	<-l.done
	return l.buf.String()
}

func GoodOwnedDriver() { // ok
	l := newOwnedLogger()
	l.Log("x")
	l.Close()
}

// lockedSampler locks everywhere.
type lockedSampler struct {
	mu  sync.Mutex
	rng *rand.Rand
	sum int
}

func (s *lockedSampler) Start() {
	go s.loop()
}

func (s *lockedSampler) loop() {
	for range 10 {
		s.step()
		time.Sleep(time.Microsecond)
	}
}

func (s *lockedSampler) step() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.sum += s.next()
}

// next is called with mu held.
func (s *lockedSampler) next() int { return s.rng.Intn(10) }

func (s *lockedSampler) Sample() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.next()
}

func GoodLockedFieldDriver() { // ok
	s := &lockedSampler{rng: rand.New(rand.NewSource(1))}
	s.Start()
	s.Sample()
}

// batch hands a full buffer to a goroutine and goes on with a new one.
type batch struct {
	mu  sync.Mutex
	wg  sync.WaitGroup
	buf *bytes.Buffer
}

func (b *batch) Add(s string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.buf.WriteString(s)
	if b.buf.Len() > 2 {
		full := b.buf
		b.buf = new(bytes.Buffer)
		b.wg.Add(1)
		go b.flush(full)
	}
}

func (b *batch) flush(full *bytes.Buffer) {
	defer b.wg.Done()
	full.Reset()
}

func GoodRotated() { // ok
	b := &batch{buf: new(bytes.Buffer)}
	for range 8 {
		b.Add("xx")
	}
	b.wg.Wait()
}

var lockedTrace struct {
	sync.Mutex
	bytes.Buffer
}

func startLockedTracing() {
	go func() {
		lockedTrace.Lock()
		defer lockedTrace.Unlock()
		lockedTrace.WriteByte('x')
	}()
}

// LockedTrace takes the lock too.
func LockedTrace(s string) {
	lockedTrace.Lock()
	defer lockedTrace.Unlock()
	lockedTrace.WriteString(s)
}

func GoodLockedPackageVariable() { // ok
	startLockedTracing()
	LockedTrace("x")
}

// result is filled by a goroutine and read after Wait.
type result struct {
	wg  sync.WaitGroup
	buf bytes.Buffer
}

func (r *result) Start() { r.wg.Go(func() { r.buf.WriteByte('x') }) }

// Wait returns when the buffer is full.
func (r *result) Wait() { r.wg.Wait() }

// String is for after Wait.
func (r *result) String() string { return r.buf.String() }

func GoodWaitMethod() { // ok
	r := &result{}
	r.Start()
	r.Wait()
	_ = r.String()
}

func GoodSetBeforeStart() { // ok
	f := &ownedLogger{lines: make(chan string), done: make(chan struct{})}
	f.buf.WriteString("header")
	go f.loop()
	close(f.lines)
	<-f.done
}

// feed is read by one goroutine under the read lock, which keeps out who has the other.
type feed struct {
	mu sync.RWMutex
	in *bufio.Reader
}

func (f *feed) Reset(r io.Reader) { // ok
	f.mu.Lock()
	defer f.mu.Unlock()
	f.in.Reset(r)
}

func (f *feed) Lines() <-chan string { // ok
	lines := make(chan string)
	go func() {
		defer close(lines)
		for {
			line, err := f.next()
			if err != nil {
				return
			}
			lines <- line
		}
	}()
	return lines
}

func (f *feed) next() (string, error) {
	f.mu.RLock()
	defer f.mu.RUnlock()
	return f.in.ReadString('\n')
}
