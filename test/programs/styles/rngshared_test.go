// want race-shared-buffer shuffler.rng

package styles

import (
	"math/rand"
	"sync"
	"testing"
)

type shuffler struct{ rng *rand.Rand }

func (s *shuffler) pick(n int) int { return s.rng.Intn(n) }

func TestRngshared(t *testing.T) {
	s := &shuffler{rng: rand.New(rand.NewSource(1))}
	var wg sync.WaitGroup
	for range 3 {
		wg.Go(func() { s.pick(10) })
	}
	wg.Wait()
}
