package packagevariable

import "testing"

func TestPackageVariable(t *testing.T) {
	done := make(chan struct{})
	go func() {
		SetVerbose(true)
		close(done)
	}()
	_ = Verbose()
	<-done
}
