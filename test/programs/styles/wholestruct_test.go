// want race-missing-lock recorder.s

package styles

import (
	"sync"
	"testing"
)

type readStats struct{ reads, writes int }
type recorder struct{ s readStats }

func (r *recorder) read()               { r.s.reads++ }
func (r *recorder) snapshot() readStats { return r.s }

func TestWholestruct(t *testing.T) {
	r := &recorder{}
	var wg sync.WaitGroup
	wg.Go(r.read)
	wg.Go(func() {
		if x := r.snapshot(); x.reads > 4 {
			t.Log(x)
		}
	})
	wg.Wait()
}
