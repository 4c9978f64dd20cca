// want race-missing-lock appConfig.debug

package styles

import (
	"sync"
	"testing"
)

func TestGlobalclosurecfg(t *testing.T) {
	var wg sync.WaitGroup
	for range 2 {
		wg.Go(func() { Apply(WithDebug()) })
	}
	wg.Wait()
}
