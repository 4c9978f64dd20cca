package packagemap

import (
	"sync"
	"testing"
)

func TestPackagemap(t *testing.T) {

	var wg sync.WaitGroup
	for i := range 8 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for range 50 {
				Greeting("a")
				Greeting(string(rune(97 + i)))
			}
			_ = i
		}()
	}
	wg.Wait()
}
