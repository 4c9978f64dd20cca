// want race-slice ring.data

package styles

import (
	"sync"
	"testing"
)

type ring struct{ data []byte }

func (r *ring) fill(p []byte) { copy(r.data, p) }
func (r *ring) first() byte   { return r.data[0] }

func TestCopyslice(t *testing.T) {
	r := &ring{data: make([]byte, 64)}
	var wg sync.WaitGroup
	wg.Go(func() { r.fill(make([]byte, 64)) })
	wg.Go(func() { r.first() })
	wg.Wait()
}
