package missinglockpackage

import (
	"runtime"
	"sync"
	"testing"
)

func TestMissinglockpackage(t *testing.T) {

	var wg sync.WaitGroup
	for i := range 8 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for range 50 {
				Register("a")
				_ = Count("a")
				runtime.Gosched()
			}
			_ = i
		}()
	}
	wg.Wait()
}
