// want race-read-lock-write cache.hits

package styles

import (
	"sync"
	"testing"
)

type cache struct {
	sync.RWMutex
	m    map[string]string
	hits int
}

func (c *cache) get(k string) string {
	c.RLock()
	defer c.RUnlock()
	c.hits++
	return c.m[k]
}

func TestRlockwrite(t *testing.T) {
	c := &cache{m: map[string]string{"a": "b"}}
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() { c.get("a") })
	}
	wg.Wait()
}
