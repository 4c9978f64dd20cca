/** A module whose test shows a data race on `Counter.hits`, file by file. */
export const goMod = "module example.com/counter\n\ngo 1.24\n";
/** counter.go */
export const racy = `package counter

type Counter struct{ hits int }

// Hit counts without a lock.
func (c *Counter) Hit() {
	c.hits++
}
`;
/** counter_test.go */
export const racyTest = `package counter

import (
	"sync"
	"testing"
)

func TestHit(t *testing.T) {
	var c Counter
	var wg sync.WaitGroup
	for range 8 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			c.Hit()
		}()
	}
	wg.Wait()
}
`;
