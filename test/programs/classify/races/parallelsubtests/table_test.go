// Package parallelsubtests (R12): parallel subtests share one fixture.
package parallelsubtests

import (
	"testing"
	"time"
)

type fixture struct{ name string }

func TestParallelSubtests(t *testing.T) {
	shared := &fixture{}
	for _, name := range []string{"a", "b", "c"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			time.Sleep(5 * time.Millisecond)
			shared.name = name
			if shared.name == "" {
				t.Error("no name")
			}
		})
	}
}
