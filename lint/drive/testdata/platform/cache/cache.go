// Package cache is the read-through cache of the catalogue service.
package cache

import (
	"bytes"
	"encoding/gob"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"runtime/debug"
	"sync"
	"time"
)

// Loader fetches what is missing.
type Loader func(key string) ([]byte, error)

type item struct {
	Val []byte
	Exp time.Time
}

// Cache keeps values for some time.
type Cache struct {
	mu      sync.RWMutex
	items   map[string]item
	ttl     time.Duration
	load    Loader
	onEvict []func(key string, val []byte)
	refresh chan string
	stop    chan struct{}
	log     *slog.Logger
	key     bytes.Buffer
	snap    *gob.Encoder
	jourMu  sync.Mutex
	journal *gob.Encoder
}

// New makes a Cache that writes its snapshots to snap and its changes to journal.
func New(load Loader, ttl time.Duration, snap, journal io.Writer) *Cache {
	return &Cache{
		items: map[string]item{}, ttl: ttl, load: load, refresh: make(chan string, 64),
		stop: make(chan struct{}), log: slog.Default(),
		snap: gob.NewEncoder(snap), journal: gob.NewEncoder(journal),
	}
}

// OnEvict registers a function that hears of evictions.
func (c *Cache) OnEvict(f func(string, []byte)) { c.onEvict = append(c.onEvict, f) }

// StartJanitor removes what has expired, for as long as the process lives.
//
//label:bad unrecoveredgoroutine
func (c *Cache) StartJanitor(every time.Duration) {
	go c.janitor(every)
}

func (c *Cache) janitor(every time.Duration) {
	t := time.NewTicker(every)
	defer t.Stop()
	for {
		select {
		case <-c.stop:
			return
		case now := <-t.C:
			for k, it := range c.expired(now) {
				for _, f := range c.onEvict {
					f(k, it.Val)
				}
			}
		}
	}
}

func (c *Cache) expired(now time.Time) map[string]item {
	c.mu.Lock()
	defer c.mu.Unlock()
	gone := map[string]item{}
	for k, it := range c.items {
		if now.After(it.Exp) {
			gone[k] = it
			delete(c.items, k)
		}
	}
	return gone
}

// StartSweeper drops expired entries and tells nobody.
//
//label:good
func (c *Cache) StartSweeper(every time.Duration) (stop func()) {
	quit := make(chan struct{})
	go func() {
		t := time.NewTicker(every)
		defer t.Stop()
		for {
			select {
			case <-quit:
				return
			case now := <-t.C:
				c.mu.Lock()
				for k, it := range c.items {
					if now.After(it.Exp) {
						delete(c.items, k)
					}
				}
				c.mu.Unlock()
			}
		}
	}()
	return func() { close(quit) }
}

// StartNotifier removes what has expired and tells every hook.
//
//label:good
func (c *Cache) StartNotifier(every time.Duration) {
	go func() {
		for now := range time.Tick(every) {
			for k, it := range c.expired(now) {
				for _, f := range c.onEvict {
					c.tell(f, k, it.Val)
				}
			}
		}
	}()
}

//label:good
func (c *Cache) tell(f func(string, []byte), k string, v []byte) {
	defer func() {
		if r := recover(); r != nil {
			c.log.Error("evict hook panicked", "key", k, "value", r, "stack", string(debug.Stack()))
		}
	}()
	f(k, v)
}

// StartRefresher loads again what is asked for often.
func (c *Cache) StartRefresher() {
	go c.refreshLoop()
}

//label:bad workerloop
func (c *Cache) refreshLoop() {
	defer func() {
		if r := recover(); r != nil {
			c.log.Error("refresher panicked", "value", r)
		}
	}()
	for key := range c.refresh {
		v, err := c.load(key)
		if err != nil {
			c.log.Warn("refresh", "key", key, "err", err)
			continue
		}
		c.mu.Lock()
		c.items[key] = item{v, time.Now().Add(c.ttl)}
		c.mu.Unlock()
	}
}

// Get returns the value of key.
//
//label:bad recovermisuse
func (c *Cache) Get(key string) (val []byte, err error) {
	c.mu.RLock()
	it, ok := c.items[key]
	c.mu.RUnlock()
	if ok {
		return it.Val, nil
	}
	defer func() {
		_ = recover()
	}()
	val, err = c.load(key)
	if err != nil {
		return nil, err
	}
	c.mu.Lock()
	c.items[key] = item{val, time.Now().Add(c.ttl)}
	c.mu.Unlock()
	return val, nil
}

// Peek loads the value of key past the cache.
//
//label:good
func (c *Cache) Peek(key string) (val []byte, err error) {
	defer func() {
		if r := recover(); r != nil {
			val, err = nil, fmt.Errorf("load %q: %v", key, r)
		}
	}()
	return c.load(key)
}

// ServeHTTP answers from the cache.
//
//label:bad sharedbuffer
func (c *Cache) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	v, err := c.Peek(c.cacheKey(r))
	if err != nil {
		http.Error(w, "not available", http.StatusBadGateway)
		return
	}
	w.Write(v)
}

func (c *Cache) cacheKey(r *http.Request) string {
	c.key.Reset()
	c.key.WriteString(r.Method)
	c.key.WriteByte(' ')
	c.key.WriteString(r.URL.Path)
	return c.key.String()
}

// StartSnapshots writes all entries in a fixed rhythm.
//
//label:good
func (c *Cache) StartSnapshots(every time.Duration) {
	go func() {
		t := time.NewTicker(every)
		defer t.Stop()
		for {
			select {
			case <-c.stop:
				return
			case <-t.C:
				if err := c.snap.Encode(c.copyItems()); err != nil {
					c.log.Warn("snapshot", "err", err)
				}
			}
		}
	}()
}

// Flush writes all entries now.
//
//label:good
func (c *Cache) Flush() error {
	return c.snap.Encode(c.copyItems())
}

func (c *Cache) copyItems() map[string]item {
	c.mu.RLock()
	defer c.mu.RUnlock()
	out := make(map[string]item, len(c.items))
	for k, v := range c.items {
		out[k] = v
	}
	return out
}

// StartJournal notes the time, so that gaps can be seen.
//
//label:good
func (c *Cache) StartJournal(every time.Duration) {
	go func() {
		for {
			select {
			case <-c.stop:
				return
			case now := <-time.After(every):
				c.note("", item{Exp: now})
			}
		}
	}()
}

// Put stores a value and notes the change.
//
//label:good
func (c *Cache) Put(key string, val []byte) {
	it := item{val, time.Now().Add(c.ttl)}
	c.mu.Lock()
	c.items[key] = it
	c.mu.Unlock()
	c.note(key, it)
}

//label:good
func (c *Cache) note(key string, it item) {
	c.jourMu.Lock()
	defer c.jourMu.Unlock()
	if err := c.journal.Encode(struct {
		Key string
		It  item
	}{key, it}); err != nil {
		c.log.Warn("journal", "err", err)
	}
}

// Dump answers with all entries.
//
//label:good
func (c *Cache) Dump(w http.ResponseWriter, r *http.Request) {
	enc := json.NewEncoder(w)
	for k, v := range c.copyItems() {
		if err := enc.Encode(map[string]any{"key": k, "size": len(v.Val)}); err != nil {
			return
		}
	}
}
