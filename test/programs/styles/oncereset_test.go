// want race-copied-lock once

package styles

import (
	"sync"
	"testing"
)

var once sync.Once

func loadOnce() { once.Do(func() {}) }
func reset()    { once = sync.Once{} }

func TestOncereset(t *testing.T) {
	var wg sync.WaitGroup
	wg.Go(loadOnce)
	wg.Go(reset)
	wg.Wait()
}
