// want race-slice reader.buf

package styles

import (
	"io"
	"strings"
	"sync"
	"testing"
)

type reader struct{ buf []byte }

func (r *reader) fill(src io.Reader) { _, _ = io.ReadFull(src, r.buf) }

func TestIofull(t *testing.T) {
	r := &reader{buf: make([]byte, 8)}
	var wg sync.WaitGroup
	for range 2 {
		wg.Go(func() { r.fill(strings.NewReader("abcdefghijkl")) })
	}
	wg.Wait()
}
