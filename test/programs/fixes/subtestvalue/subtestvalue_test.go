package subtestvalue

import (
	"testing"
	"time"
)

func TestSubtestvalue(t *testing.T) {
	want := 0
	for _, n := range []int{1, 2, 3} {
		t.Run("double", func(t *testing.T) {
			t.Parallel()
			want = 2 * n
			time.Sleep(time.Millisecond)
			if n+n != want {
				t.Errorf("got %d, want %d", n+n, want)
			}
		})
	}
}
