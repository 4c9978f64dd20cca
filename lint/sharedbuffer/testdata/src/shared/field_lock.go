package shared

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"
	"math/rand"
	"sync"
)

// evenLog takes its lock in one method and forgets it in another, though no
// goroutine is in sight.
type evenLog struct {
	mu  sync.Mutex
	buf bytes.Buffer
	enc *json.Encoder
	rng *rand.Rand
}

func (l *evenLog) Append(p []byte) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.buf.Write(p)
}

func (l *evenLog) Text() string {
	return l.buf.String() // want `evenLog.buf \(bytes.Buffer\) is read in \(\*evenLog\).Text without evenLog.mu, which \(\*evenLog\).Append holds when it is written there`
}

func (l *evenLog) Encode(v any) error { // ok
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.enc.Encode(v)
}

func (l *evenLog) EncodeAll(vs []any) error { // ok
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, v := range vs {
		if err := l.encode(v); err != nil {
			return err
		}
	}
	return nil
}

func (l *evenLog) encode(v any) error { return l.enc.Encode(v) } // ok

// Roll is never locked anywhere: nothing says that the type is to be shared.
func (l *evenLog) Roll() int { return l.rng.Intn(6) } // ok

var bytePool = sync.Pool{New: func() any { return new(bytes.Buffer) }}

func takeBuffer() *bytes.Buffer { return bytePool.Get().(*bytes.Buffer) }

func putBuffer(b *bytes.Buffer) {
	b.Reset()
	bytePool.Put(b)
}

func pooledBytes(r io.Reader) ([]byte, error) {
	b := takeBuffer()
	defer putBuffer(b)
	if _, err := b.ReadFrom(r); err != nil {
		return nil, err
	}
	return b.Bytes(), nil // want `the bytes of b \(bytes.Buffer\) are returned, but it is given back to its sync.Pool at line 59: whoever gets it next overwrites them`
}

func pooledCopy(r io.Reader) ([]byte, error) { // ok
	b := takeBuffer()
	defer putBuffer(b)
	if _, err := b.ReadFrom(r); err != nil {
		return nil, err
	}
	return bytes.Clone(b.Bytes()), nil
}

func pooledKept(r io.Reader) ([]byte, error) { // ok
	b := takeBuffer()
	if _, err := b.ReadFrom(r); err != nil {
		putBuffer(b)
		return nil, err
	}
	return b.Bytes(), nil
}

// syncedLog has a method that others call under the lock of the object.
type syncedLog struct {
	mu sync.Mutex
	w  *bufio.Writer
}

func (l *syncedLog) Sync() error { return l.w.Flush() } // ok: its callers hold the lock

func (l *syncedLog) Append(p []byte) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if _, err := l.w.Write(p); err != nil {
		return err
	}
	return l.Sync()
}

// started makes its header once, under the lock that guards its buffer.
type started struct {
	once sync.Once
	mu   sync.Mutex
	buf  bytes.Buffer
}

func (s *started) Append() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.once.Do(func() { s.buf.WriteString("header\n") })
}

func (s *started) Empty() {
	s.buf.Reset() // want `started.buf \(bytes.Buffer\) is written in \(\*started\).Empty without started.mu, which \(\*started\).Append holds when it is written there`
}

// inTurn is used by one goroutine, which takes a lock for what another one reads.
type inTurn struct {
	mu  sync.Mutex
	out bytes.Buffer
}

func (p *inTurn) Server(b []byte) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.out.Write(b)
}

func (p *inTurn) User() { p.out.Reset() } // ok: stream does both in turn

func (p *inTurn) stream(user, server <-chan []byte) {
	for {
		select {
		case <-user:
			p.User()
		case b := <-server:
			p.Server(b)
		}
	}
}

// Size is for those who Append; the caller
// must hold the lock.
func (l *evenLog) Size() int { return l.buf.Len() } // ok
