// want race-missing-lock tally.count

package styles

import (
	"sync"
	"testing"
)

type tally struct{ count uint8 }

func (t *tally) Inc() { t.count++ }

func inEach(f func(*tally), t *tally) {
	var wg sync.WaitGroup
	for range 2 {
		wg.Go(func() { f(t) })
	}
	wg.Wait()
}
func TestMethodexpr(t *testing.T) { inEach((*tally).Inc, &tally{}) }
