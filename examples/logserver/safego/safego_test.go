package safego

import "testing"

func TestRunRecovers(t *testing.T) {
	before := Recovered.Load()
	Run("test", func() { panic("on purpose") })
	if got := Recovered.Load() - before; got != 1 {
		t.Errorf("got %d recovered panics, want 1", got)
	}
}
