// want race-package-variable std

package styles

import (
	"sync"
	"testing"
)

type mine struct{}

func (mine) Log(string) {}

func TestGloballogger(t *testing.T) {
	var wg sync.WaitGroup
	wg.Go(func() { Info("x") })
	SetLogger(mine{})
	wg.Wait()
}
