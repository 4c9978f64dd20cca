// want race-copied-lock counter

package styles

import (
	"sync"
	"testing"
)

type counter struct {
	mu sync.Mutex
	n  *int
}

func (c counter) Inc() {
	c.mu.Lock()
	defer c.mu.Unlock()
	*c.n++
}

func TestValuereceiver(t *testing.T) {
	c := counter{n: new(int)}
	var wg sync.WaitGroup
	for range 3 {
		wg.Go(c.Inc)
	}
	wg.Wait()
}
