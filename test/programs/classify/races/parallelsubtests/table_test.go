// Package parallelsubtests (R12): parallel subtests share one fixture.
package parallelsubtests

import (
	"sync"
	"testing"
)

type fixture struct{ name string }

func TestParallelSubtests(t *testing.T) {
	shared := &fixture{}
	var started sync.WaitGroup
	started.Add(2)
	for _, name := range []string{"a", "b"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			started.Done()
			started.Wait()
			shared.name = name
			if shared.name == "" {
				t.Error("no name")
			}
		})
	}
}
