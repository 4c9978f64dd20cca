// want race-shared-buffer journal.w

package styles

import (
	"bufio"
	"io"
	"sync"
	"testing"
)

type journal struct{ w *bufio.Writer }

func (j *journal) line(s string) { j.w.WriteString(s); j.w.WriteByte('\n') }
func (j *journal) sync()         { j.w.Flush() }

func TestBufwriter(t *testing.T) {
	j := &journal{w: bufio.NewWriter(io.Discard)}
	var wg sync.WaitGroup
	wg.Go(func() { j.line("a") })
	wg.Go(func() { j.sync() })
	wg.Wait()
}
