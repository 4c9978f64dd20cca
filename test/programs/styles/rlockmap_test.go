// want race-read-lock-write memo.m

package styles

import (
	"sync"
	"testing"
)

type memo struct {
	mu sync.RWMutex
	m  map[int]int
}

func (c *memo) square(k int) int {
	c.mu.RLock()
	defer c.mu.RUnlock()
	if v, ok := c.m[k]; ok {
		return v
	}
	c.m[k] = k * k
	return k * k
}

func TestRlockmap(t *testing.T) {
	c := &memo{m: map[int]int{}}
	var wg sync.WaitGroup
	for i := range 2 {
		wg.Go(func() { c.square(i) })
	}
	wg.Wait()
}
