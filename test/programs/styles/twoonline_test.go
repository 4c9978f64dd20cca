// want race-captured-variable a, b

package styles

// both variables are raced on by the one line below

import (
	"sync"
	"testing"
)

func TestTwoonline(t *testing.T) {
	var a, b int
	var wg sync.WaitGroup
	for range 2 {
		wg.Go(func() { a++; b++ })
	}
	wg.Wait()
	_, _ = a, b
}
