// want race-map options.tags

package styles

import (
	"sync"
	"testing"
)

type options struct{ tags map[string]string }
type app struct{ cfg struct{ opts options } }

func (a *app) tag(k, v string) { a.cfg.opts.tags[k] = v }
func (a *app) all() map[string]string {
	n := map[string]string{}
	for k, v := range a.cfg.opts.tags {
		n[k] = v
	}
	return n
}

func TestNestedmap(t *testing.T) {
	a := &app{}
	a.cfg.opts.tags = map[string]string{"a": "b"}
	var wg sync.WaitGroup
	wg.Go(func() { a.tag("x", "y") })
	wg.Go(func() { a.all() })
	wg.Wait()
}
