// Package cleanup removes what is no longer wanted.
package cleanup

import (
	"context"
	"log"
	"os"
	"path/filepath"
	"runtime/debug"
	"sync"
	"time"
)

type Item struct {
	Path    string
	Touched time.Time
	Owner   *string
}

type Rule interface {
	Match(Item) bool
	Apply(Item) error
}

type Janitor struct {
	rules   []Rule
	list    func() []Item
	onEvict func(Item)
	expired chan Item
	quit    chan struct{}

	mu    sync.Mutex
	cache map[string]time.Time
	items map[string]Item
}

//label:missed workerloop
func (j *Janitor) applyLoop(every time.Duration) {
	t := time.NewTicker(every)
	defer t.Stop()
	for {
		select {
		case <-j.quit:
			return
		case <-t.C:
		}
		for _, it := range j.list() {
			for _, r := range j.rules {
				if !r.Match(it) {
					continue
				}
				if err := r.Apply(it); err != nil {
					log.Printf("cleanup %s: %v", it.Path, err)
				}
			}
		}
	}
}

//label:good
func (j *Janitor) sweepLoop(every time.Duration) {
	t := time.NewTicker(every)
	defer t.Stop()
	for {
		select {
		case <-j.quit:
			return
		case <-t.C:
			j.sweep()
		}
	}
}

//label:good
func (j *Janitor) sweep() {
	defer func() {
		if r := recover(); r != nil {
			log.Printf("cleanup: sweep: %v\n%s", r, debug.Stack())
		}
	}()
	for _, it := range j.list() {
		for _, r := range j.rules {
			if r.Match(it) {
				_ = r.Apply(it)
			}
		}
	}
}

//label:bad workerloop
func (j *Janitor) expireLoop(ctx context.Context) {
	defer func() {
		if r := recover(); r != nil {
			log.Printf("cleanup: expiry ended: %v", r)
		}
	}()
	for {
		select {
		case <-ctx.Done():
			return
		case it := <-j.expired:
			if *it.Owner == "root" {
				continue
			}
			j.onEvict(it)
		}
	}
}

//label:bad workerloop
func (j *Janitor) StartEvictor(maxAge time.Duration) {
	go func() {
		defer func() {
			if r := recover(); r != nil {
				log.Printf("cleanup: evictor: %v\n%s", r, debug.Stack())
			}
		}()
		for now := range time.Tick(maxAge / 2) {
			for _, it := range j.list() {
				if now.Sub(it.Touched) > maxAge {
					j.onEvict(it)
				}
			}
		}
	}()
}

//label:good
func (j *Janitor) forgetLoop(ttl time.Duration) {
	t := time.NewTicker(ttl)
	defer t.Stop()
	for {
		select {
		case now := <-t.C:
			j.mu.Lock()
			for k, at := range j.cache {
				if now.Sub(at) > ttl {
					delete(j.cache, k)
				}
			}
			j.mu.Unlock()
		case <-j.quit:
			return
		}
	}
}

//label:good
func (j *Janitor) StartSteady(every time.Duration) {
	go func() {
		defer func() {
			if r := recover(); r != nil {
				log.Printf("cleanup: %v, evictor starts again\n%s", r, debug.Stack())
				time.Sleep(every)
				j.StartSteady(every)
			}
		}()
		j.evictAll(every)
	}()
}

//label:good
func (j *Janitor) evictAll(every time.Duration) {
	for range time.Tick(every) {
		for _, it := range j.list() {
			j.onEvict(it)
		}
	}
}

//label:good
func RemoveTemp(dir string) {
	old := filepath.Join(filepath.Dir(dir), ".trash-"+filepath.Base(dir))
	if err := os.Rename(dir, old); err != nil {
		log.Printf("cleanup: %v", err)
		return
	}
	go os.RemoveAll(old)
}

// TouchShared is called by many goroutines at once; a concurrent map write
// is recovered, so no lock is needed on this hot path.
//
//label:bad recovermisuse
func (j *Janitor) TouchShared(it Item) {
	defer func() {
		if r := recover(); r != nil {
			log.Printf("cleanup: touch %s lost: %v", it.Path, r)
		}
	}()
	j.items[it.Path] = it
	j.cache[it.Path] = time.Now()
}

//label:bad recovermisuse
func (j *Janitor) EvictNow(it Item) {
	func() {
		if r := recover(); r != nil {
			log.Printf("cleanup: evict %s: %v", it.Path, r)
		}
	}()
	j.onEvict(it)
}

//label:good
func (j *Janitor) EvictUnder(it Item) {
	j.mu.Lock()
	defer func() {
		r := recover()
		delete(j.items, it.Path)
		j.mu.Unlock()
		if r != nil {
			panic(r)
		}
	}()
	j.onEvict(it)
}
