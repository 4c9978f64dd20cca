package recovergo

import (
	"testing"
)

func TestRecovergo(t *testing.T) {
	done := make(chan struct{})
	Start(func() { close(done) })
	<-done
	ready := make(chan struct{})
	Guard(func() { close(ready) })
	<-ready
}
