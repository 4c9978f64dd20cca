// want race-captured-variable done

package styles

import (
	"runtime"
	"testing"
)

func TestSpinflag(t *testing.T) {
	done := false
	go func() { done = true }()
	for n := 0; !done && n < 1000; n++ {
		runtime.Gosched()
	}
}
