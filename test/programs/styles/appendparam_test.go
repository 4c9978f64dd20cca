// want race-slice dst

package styles

import (
	"sync"
	"testing"
)

func add(dst *[]int, n int) { *dst = append(*dst, n) }

func TestAppendparam(t *testing.T) {
	var all []int
	var wg sync.WaitGroup
	for i := range 4 {
		wg.Go(func() { add(&all, i) })
	}
	wg.Wait()
}
