// Package capturederr (R6): two goroutines assign one err.
package capturederr

import (
	"os"
	"sync"
	"testing"
)

func removeBoth(a, b string) error {
	var err error
	var wg sync.WaitGroup
	wg.Add(2)
	go func() {
		defer wg.Done()
		err = os.Remove(a)
	}()
	go func() {
		defer wg.Done()
		err = os.Remove(b)
	}()
	wg.Wait()
	return err
}

func TestCapturedErr(t *testing.T) {
	_ = removeBoth("no-such-file-a", "no-such-file-b")
}
