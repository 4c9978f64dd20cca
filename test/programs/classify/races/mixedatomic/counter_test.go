package mixedatomic

import "testing"

func TestMixedAtomic(t *testing.T) {
	var c Counter
	done := make(chan struct{})
	go func() {
		c.Hit()
		close(done)
	}()
	_ = c.Value()
	<-done
}
