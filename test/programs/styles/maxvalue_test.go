// want race-captured-variable longest

package styles

import (
	"sync"
	"testing"
)

func TestMaxvalue(t *testing.T) {
	words := []string{"a", "bbb", "cc"}
	longest := ""
	var wg sync.WaitGroup
	for _, w := range words {
		wg.Go(func() {
			if longest == "" || len(w) > len(longest) {
				longest = w
			}
		})
	}
	wg.Wait()
}
