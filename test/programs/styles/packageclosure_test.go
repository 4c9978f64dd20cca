// want race-package-variable count

package styles

import (
	"sync"
	"testing"
)

func TestPackageclosure(t *testing.T) {
	var wg sync.WaitGroup
	for range 2 {
		wg.Go(func() { OnEvent() })
	}
	wg.Wait()
}
