package mixed

import (
	"sync"
	"sync/atomic"
)

var total int64

type server struct {
	mu       sync.Mutex
	requests int64
	closed   int32
	both     int32
	plain    int
	wg       sync.WaitGroup
}

func newServer() *server {
	s := &server{requests: 1}
	s.closed = 0 // ok: made here
	return s
}

func init() { total = 1 } // ok

func (s *server) serve() {
	atomic.AddInt64(&s.requests, 1)
	atomic.AddInt64(&total, 1)
	atomic.CompareAndSwapInt32(&s.both, s.both, 1) // ok: the swap checks what it read
	s.plain++
}

func (s *server) count() int64 {
	return s.requests // want `s.requests is used plainly here and changed by sync/atomic in \(\*server\).serve`
}

func (s *server) stop() { atomic.StoreInt32(&s.closed, 1) }

func (s *server) reset() {
	s.closed = 0 // want `s.closed is used plainly here`
	if s.closed == 1 {
		return
	}
}

func (s *server) good() int64 { return atomic.LoadInt64(&s.requests) } // ok

func (s *server) locked() int64 {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.requests // ok: not known to be wrong
}

func (s *server) afterwards() int64 {
	s.wg.Wait()
	return s.requests // ok
}

func (s server) copied() int64 { return s.requests } // ok: a copy

func sum() int64 {
	return total // want `total is used plainly here`
}

func address(s *server) *int64 { return &s.requests } // ok

type reader struct{ n int64 }

func (r *reader) load() int64 { return atomic.LoadInt64(&r.n) }

func (r *reader) get() int64 { return r.n } // ok: never changed

type link struct {
	mu    sync.Mutex
	state uint32
}

func (l *link) lockAll() { l.mu.Lock() }

func (l *link) set() { atomic.StoreUint32(&l.state, 1) }

func (l *link) dial() {
	l.lockAll()
	defer l.mu.Unlock()
	l.connect()
	l.again()
}

func (l *link) again() { l.connect() }

func (l *link) connect() {
	if l.state == 0 { // ok: whoever calls it holds the lock
		l.mu.Unlock()
		l.mu.Lock()
	}
}

func (l *link) close() {
	l.lockAll()
	l.drop()
}

func (l *link) lost() { l.drop() }

func (l *link) drop() {
	l.state++ // want `l.state is used plainly here`
}

func (l *link) end() {
	l.lockAll()
	go l.stop()
}

func (l *link) stop() {
	l.state++ // want `l.state is used plainly here`
}
