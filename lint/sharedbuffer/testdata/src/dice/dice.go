// Package dice draws from a source that has a lock.
package dice

import (
	"math/rand"
	"sync"
	"time"
)

type locked struct {
	mu  sync.Mutex
	src rand.Source
}

func (l *locked) Int63() int64 {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.src.Int63()
}

func (l *locked) Seed(seed int64) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.src.Seed(seed)
}

// Retrier waits at random.
type Retrier struct{ rng *rand.Rand }

// New makes one.
func New() *Retrier { return &Retrier{rng: rand.New(&locked{src: rand.NewSource(1)})} }

// Start retries beside its caller.
func (r *Retrier) Start() { // ok
	go func() {
		time.Sleep(time.Duration(r.rng.Float64() * float64(time.Second)))
	}()
}

// Pause waits too.
func (r *Retrier) Pause() { time.Sleep(time.Duration(r.rng.Float64())) } // ok
