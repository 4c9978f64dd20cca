package readlock

import (
	"sync"
	"sync/atomic"
	"time"
)

type cache[K comparable] struct {
	mu    sync.RWMutex
	items map[K]string
	hits  int
	last  K
	slots []int
	total atomic.Int64
	local int
}

func (c *cache[K]) put(k K, v string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.items[k] = v
	c.hits, c.last = 0, k
	c.slots[0] = 1
}

func (c *cache[K]) get(k K) string {
	c.mu.RLock()
	defer c.mu.RUnlock()
	c.hits++       // want `c.hits is changed while c.mu is only locked for reading: others may hold it for reading too`
	c.total.Add(1) // ok: atomic
	c.slots[1]++   // ok: each reader may have an element of its own
	return c.items[k]
}

func (c *cache[K]) drop(k K) {
	c.mu.RLock()
	if _, ok := c.items[k]; ok {
		delete(c.items, k) // want `c.items is changed while c.mu is only locked for reading`
	}
	c.mu.RUnlock()
}

func (c *cache[K]) fill(k K) string {
	c.mu.RLock()
	v, ok := c.items[k]
	if ok {
		c.mu.RUnlock()
		return v
	}
	c.items[k] = "new" // want `c.items is changed`
	c.mu.RUnlock()
	return "new"
}

func (c *cache[K]) upgraded(k K) { // ok: locked anew
	c.mu.RLock()
	_, ok := c.items[k]
	c.mu.RUnlock()
	if !ok {
		c.mu.Lock()
		c.items[k] = ""
		c.mu.Unlock()
	}
}

func (c *cache[K]) afterwards(k K) {
	c.mu.RLock()
	v := c.items[k]
	c.mu.RUnlock()
	c.local = len(v) // ok: not under the lock
}

func (c *cache[K]) owned(k K) {
	c.mu.RLock()
	defer c.mu.RUnlock()
	c.local++ // ok: nothing else uses it under the mutex
}

func fresh() *cache[string] {
	c := &cache[string]{}
	c.mu.RLock()
	c.hits = 3 // ok: nobody else has it
	c.mu.RUnlock()
	return c
}

type embedded struct {
	sync.RWMutex
	m map[string]int
	n int
}

func (e *embedded) set(k string) {
	e.Lock()
	e.m[k], e.n = 1, 1
	e.Unlock()
}

func (e *embedded) get(k string) int {
	e.RLock()
	defer e.RUnlock()
	e.n++ // want `e.n is changed while e is only locked for reading`
	return e.m[k]
}

type counted struct {
	mu    sync.RWMutex
	stats struct{ gets int }
}

func (c *counted) clear() {
	c.mu.Lock()
	c.stats.gets = 0
	c.mu.Unlock()
}

func (c *counted) get() {
	c.mu.RLock()
	c.stats.gets++ // want `c.stats is changed while c.mu is only locked for reading`
	c.mu.RUnlock()
}

type twice struct {
	mu     sync.RWMutex
	statMu sync.Mutex
	stat   int
}

func (t *twice) reset() {
	t.mu.Lock()
	t.stat = 0
	t.mu.Unlock()
}

func (t *twice) count() { // ok: another lock
	t.mu.RLock()
	defer t.mu.RUnlock()
	t.statMu.Lock()
	t.stat++
	t.statMu.Unlock()
}

func (t *twice) other(o *twice) { // ok: another object
	t.mu.RLock()
	o.stat = 3
	t.mu.RUnlock()
}

func (t *twice) outside() { // ok: another lock around it
	t.statMu.Lock()
	defer func() { t.statMu.Unlock() }()
	t.mu.RLock()
	defer t.mu.RUnlock()
	t.stat++
}

func (t *twice) tried() { // ok: another lock, if it is to be had
	t.mu.RLock()
	defer t.mu.RUnlock()
	if !t.statMu.TryLock() {
		return
	}
	defer t.statMu.Unlock()
	t.stat++
}

func (t *twice) before() {
	t.statMu.Lock()
	t.statMu.Unlock()
	t.mu.RLock()
	t.stat++ // want `t.stat is changed while t.mu is only locked for reading`
	t.mu.RUnlock()
}

type machine struct {
	mu     sync.RWMutex
	stream *int
	quick  sync.RWMutex
	level  int
}

func (m *machine) Enable(p *int) {
	m.mu.Lock()
	m.stream = p
	m.mu.Unlock()
}

func (m *machine) Apply() { m.apply() }

func (m *machine) apply() { // ok: called at one place, and nothing else locks mu for reading
	m.mu.RLock()
	defer m.mu.RUnlock()
	if m.stream == nil {
		m.stream = new(int)
	}
}

func (m *machine) Set(level int) {
	m.quick.Lock()
	m.level = level
	m.quick.Unlock()
}

func (m *machine) Run() { go m.tick() }

func (m *machine) tick() {
	m.quick.RLock()
	m.level++ // want `m.level is changed`
	m.quick.RUnlock()
}

type handle struct {
	mu   sync.RWMutex
	data []byte
	off  int
}

func (h *handle) SetDeadline(at int) { // ok: a note, likewise
	h.mu.RLock()
	defer h.mu.RUnlock()
	h.off = at
}

func (h *handle) Read(p []byte) (int, error) { // ok: a note, for a stream has one reader
	h.mu.RLock()
	defer h.mu.RUnlock()
	n := copy(p, h.data[h.off:])
	h.off += n
	return n, nil
}

func (h *handle) Rewind() {
	h.mu.RLock()
	h.off = 0 // ok: a note, for it only sets it
	h.mu.RUnlock()
}

// tally is changed where it is read, by one method that others may call at any time.
type tally struct {
	mu    sync.RWMutex
	items map[string]int
	hits  int
	scans int
}

func (c *tally) Get(key string) int {
	c.mu.RLock()
	defer c.mu.RUnlock()
	c.hits++ // want `c\.hits is changed while c\.mu is only locked for reading`
	return c.items[key]
}

func (c *tally) reset() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.hits = 0
}

func (c *tally) serve(key string) int { return c.Get(key) }

// scan is called at one place alone: a note.
func (c *tally) scan() {
	c.mu.RLock()
	defer c.mu.RUnlock()
	c.scans++
}

func (c *tally) tick() { c.scan() }

func (c *tally) size() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return len(c.items) * c.scans
}

type worker struct {
	mu     sync.RWMutex
	ticker int
	jobs   map[string]int
}

func (w *worker) Start() { // ok: a note, for it is called once, and nobody else reads it so
	w.mu.RLock()
	defer w.mu.RUnlock()
	w.ticker = 1
	w.jobs["first"] = 1 // want `w.jobs is changed while w.mu is only locked for reading`
}

func (w *worker) Stop() {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.ticker = 0
	clear(w.jobs)
}

func (w *worker) Jobs() int {
	w.mu.RLock()
	defer w.mu.RUnlock()
	return len(w.jobs)
}

type builder struct {
	mu    sync.RWMutex
	parts []string
	size  int
}

func (b *builder) Add(part string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.parts = append(b.parts, part)
	b.size++
}

func (b *builder) Build() []string { // ok: a note, for it is the last that a builder does
	b.mu.RLock()
	defer b.mu.RUnlock()
	b.size += len(b.parts)
	return b.parts
}

type mode struct {
	mu     sync.RWMutex
	on     bool
	shown  string
	seen   int
	tokens []string
}

func (m *mode) enable() {
	m.mu.RLock()
	m.on = true                         // ok: told with m.tokens
	m.shown = "on"                      // ok: told with m.tokens
	m.tokens = append(m.tokens, "next") // want `m.tokens is changed while m.mu is only locked for reading`
	m.mu.RUnlock()
}

func (m *mode) Show() {
	m.mu.RLock()
	m.seen = 1 // ok: a note, for it only sets it
	m.mu.RUnlock()
	m.enable()
	go m.enable()
}

func (m *mode) IsOn() bool {
	m.mu.RLock()
	defer m.mu.RUnlock()
	return m.on
}

func (m *mode) Reset() {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.on, m.shown, m.seen, m.tokens = false, "", 0, nil
}

type lazy struct {
	mu    sync.RWMutex
	index *mode
	since time.Time
}

func (l *lazy) Index() *mode {
	l.mu.RLock()
	defer l.mu.RUnlock()
	if l.index == nil {
		l.index = new(mode) // want `l.index is changed while l.mu is only locked for reading`
	}
	return l.index
}

func (l *lazy) Touch() {
	l.mu.RLock()
	defer l.mu.RUnlock()
	l.since = time.Now() // want `l.since is changed while l.mu is only locked for reading`
}

func (l *lazy) Idle() time.Duration {
	l.mu.RLock()
	defer l.mu.RUnlock()
	return time.Since(l.since)
}

func (l *lazy) Reset() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.index = nil
}

type made struct {
	mu    sync.RWMutex
	index map[string]int
}

func newMade() *made { return &made{index: map[string]int{}} }

func (m *made) Index() map[string]int {
	m.mu.RLock()
	defer m.mu.RUnlock()
	if m.index == nil {
		m.index = map[string]int{} // ok: a note, for newMade has made it
	}
	return m.index
}

func (m *made) Len() int {
	m.mu.RLock()
	defer m.mu.RUnlock()
	return len(m.index)
}

type assembled struct {
	mu    sync.RWMutex
	index map[string]int
}

func newAssembled() *assembled {
	a := new(assembled)
	a.index = make(map[string]int)
	return a
}

func (a *assembled) Index() map[string]int {
	a.mu.RLock()
	defer a.mu.RUnlock()
	if a.index == nil {
		a.index = map[string]int{} // ok: a note, for newAssembled has made it
	}
	return a.index
}

func (a *assembled) Len() int {
	a.mu.RLock()
	defer a.mu.RUnlock()
	return len(a.index)
}
