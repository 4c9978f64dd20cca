package copiedlock

import "testing"

func TestCopiedLock(t *testing.T) {
	a := &Account{}
	done := make(chan struct{})
	go func() {
		defer close(done)
		for range 100 {
			a.Deposit(1)
		}
	}()
	for range 100 {
		_ = a.Balance()
	}
	<-done
}
