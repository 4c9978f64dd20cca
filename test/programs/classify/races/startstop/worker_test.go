package startstop

import "testing"

func TestStartStop(t *testing.T) {
	NewWorker(func() {}).Wait()
}
