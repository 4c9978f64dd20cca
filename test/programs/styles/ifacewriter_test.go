// want race-shared-buffer console.out

package styles

import (
	"bytes"
	"fmt"
	"io"
	"sync"
	"testing"
)

type console struct{ out io.Writer }

func (c *console) say(s string) { fmt.Fprintln(c.out, s) }

func TestIfacewriter(t *testing.T) {
	c := &console{out: new(bytes.Buffer)}
	var wg sync.WaitGroup
	for range 3 {
		wg.Go(func() { c.say("x") })
	}
	wg.Wait()
}
