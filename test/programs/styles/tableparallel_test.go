// want race-parallel-subtests fixture.calls

package styles

import (
	"testing"
	"time"
)

func TestTableparallel(t *testing.T) {
	type fixture struct{ calls int }
	shared := &fixture{}
	for name, n := range map[string]int{"a": 1, "b": 2, "c": 3} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			time.Sleep(time.Millisecond)
			shared.calls += n
		})
	}
}
