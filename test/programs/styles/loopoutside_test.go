// want race-loop-variable i

package styles

import (
	"sync"
	"testing"
)

func TestLoopoutside(t *testing.T) {
	var wg sync.WaitGroup
	var i int
	for i = 0; i < 4; i++ {
		wg.Add(1)
		go func() { defer wg.Done(); _ = i * 2 }()
	}
	wg.Wait()
}
