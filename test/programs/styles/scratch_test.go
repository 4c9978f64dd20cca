// want race-slice scratch

package styles

import (
	"bytes"
	"sync"
	"testing"
)

func TestScratch(t *testing.T) {
	scratch := make([]byte, 16)
	a, b := bytes.NewBufferString("hello hello hello"), bytes.NewBufferString("other other other")
	var wg sync.WaitGroup
	wg.Go(func() { a.Read(scratch) })
	wg.Go(func() { b.Read(scratch) })
	wg.Wait()
}
