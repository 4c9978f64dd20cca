package missinglockearly

import (
	"sync"
	"testing"
)

func TestMissinglockearly(t *testing.T) {
	var p Pool
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for range 50 {
				p.Put("a")
				p.Close()
			}
			_ = i
		}()
	}
	wg.Wait()
}
