// want race-map index.words
// want race-missing-lock index.total

package styles

import (
	"sync"
	"testing"
)

type index struct {
	words map[string]int
	pad   [128]byte
	total int
}

func (x *index) add(w string) {
	x.total += len(w)
	x.words[w]++
}

func TestTwoinfunction(t *testing.T) {
	x := &index{words: map[string]int{}}
	var wg sync.WaitGroup
	for range 2 {
		wg.Go(func() { x.add("w") })
	}
	wg.Wait()
}
