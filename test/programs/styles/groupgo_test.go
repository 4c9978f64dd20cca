// want race-captured-variable last

package styles

import (
	"errors"
	"sync"
	"testing"
)

type Group struct {
	wg   sync.WaitGroup
	once sync.Once
	err  error
}

func (g *Group) Go(f func() error) {
	g.wg.Add(1)
	go func() {
		defer g.wg.Done()
		if err := f(); err != nil {
			g.once.Do(func() { g.err = err })
		}
	}()
}
func (g *Group) Wait() error { g.wg.Wait(); return g.err }

func TestGroupgo(t *testing.T) {
	var g Group
	var last error
	for range 3 {
		g.Go(func() error {
			last = errors.New("x")
			return last
		})
	}
	_ = g.Wait()
	_ = last
}
