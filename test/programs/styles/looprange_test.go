// want race-loop-variable v

package styles

import (
	"sync"
	"testing"
)

func TestLooprange(t *testing.T) {
	var wg sync.WaitGroup
	var v string
	for _, v = range []string{"a", "b", "c"} {
		wg.Add(1)
		go func() {
			defer wg.Done()
			t.Log(v)
		}()
	}
	wg.Wait()
}
