package buffermovein

import (
	"bytes"
	"fmt"
	"sync"
	"testing"
)

func TestBuffermovein(t *testing.T) {
	var wg sync.WaitGroup
	var buf bytes.Buffer
	for i := range 4 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			buf.Reset()
			fmt.Fprintf(&buf, "%d", i)
			if buf.Len() != 1 {
				t.Error("mixed up")
			}
		}()
	}
	wg.Wait()
}
