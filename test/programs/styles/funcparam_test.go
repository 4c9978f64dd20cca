// want race-missing-lock config.retries

package styles

import (
	"sync"
	"testing"
)

type config struct{ retries int }

func tune(c *config, by int) { c.retries += by }

func TestFuncparam(t *testing.T) {
	c := config{}
	var wg sync.WaitGroup
	for i := range 2 {
		wg.Go(func() { tune(&c, i) })
	}
	wg.Wait()
}
