// want race-lazy-init patternCache.compiled

package styles

import (
	"regexp"
	"sync"
	"testing"
)

type patternCache struct{ compiled *regexp.Regexp }

func (c *patternCache) match(s string) bool {
	if c.compiled == nil {
		c.compiled = regexp.MustCompile("a+")
	}
	return c.compiled.MatchString(s)
}
func TestOnce2(t *testing.T) {
	c := &patternCache{}
	var wg sync.WaitGroup
	for range 2 {
		wg.Go(func() { c.match("aa") })
	}
	wg.Wait()
}
