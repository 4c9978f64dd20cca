// want race-captured-variable total

package styles

import (
	"sync"
	"testing"
)

func TestNestedclosure(t *testing.T) {
	total := 0
	var wg sync.WaitGroup
	for i := range 3 {
		wg.Go(func() {
			each := func(f func(int)) { f(i) }
			each(func(n int) { total += n })
		})
	}
	wg.Wait()
	_ = total
}
