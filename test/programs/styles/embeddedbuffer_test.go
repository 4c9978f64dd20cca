// want race-shared-buffer capture.Buffer

package styles

import (
	"bytes"
	"sync"
	"testing"
)

type capture struct {
	bytes.Buffer
	lines int
}

func TestEmbeddedbuffer(t *testing.T) {
	c := &capture{}
	var wg sync.WaitGroup
	for range 3 {
		wg.Go(func() { c.WriteString("x\n") })
	}
	wg.Wait()
}
