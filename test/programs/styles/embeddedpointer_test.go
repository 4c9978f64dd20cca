// want race-missing-lock inner.n

package styles

import (
	"sync"
	"testing"
)

type inner struct{ n int }

func (i *inner) Inc() { i.n++ }

type outer struct {
	*inner
	name string
}

func TestEmbeddedpointer(t *testing.T) {
	o := outer{inner: &inner{}}
	var wg sync.WaitGroup
	for range 2 {
		wg.Go(o.Inc)
	}
	wg.Wait()
}
