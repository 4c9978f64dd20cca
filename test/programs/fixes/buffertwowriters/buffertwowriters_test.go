package buffertwowriters

import (
	"fmt"
	"strings"
	"sync"
	"testing"
)

func TestBuffertwowriters(t *testing.T) {
	var out strings.Builder
	var wg sync.WaitGroup
	for i := range 4 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for range 50 {
				fmt.Fprintln(&out, i)
			}
		}()
	}
	wg.Wait()
	if strings.Count(out.String(), "\n") != 200 {
		t.Error("lost lines")
	}
}
