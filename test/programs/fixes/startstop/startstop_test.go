package startstop

import (
	"testing"
	"time"
)

func TestStartstop(t *testing.T) {
	s := &Service{}
	s.Start()
	for range 20 {
		_ = s.Running()
		time.Sleep(100 * time.Microsecond)
	}
	s.Stop()
}
