// want race-shared-buffer sb

package styles

import (
	"fmt"
	"strings"
	"sync"
	"testing"
)

func TestBuilder(t *testing.T) {
	var sb strings.Builder
	var wg sync.WaitGroup
	for i := range 3 {
		wg.Go(func() { fmt.Fprintf(&sb, "%d,", i) })
	}
	wg.Wait()
	_ = sb.String()
}
