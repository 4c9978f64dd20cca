// want race-missing-lock state.level

package styles

import (
	"sync"
	"testing"
)

var state struct {
	level int
	name  string
}

func raise() { state.level++ }

func TestAnonstate(t *testing.T) {
	var wg sync.WaitGroup
	for range 2 {
		wg.Go(raise)
	}
	wg.Wait()
}
