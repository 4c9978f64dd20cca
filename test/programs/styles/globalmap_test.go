// want race-map registry

package styles

import (
	"sync"
	"testing"
)

var registry = map[string]func(){}

func Register(name string, f func()) { registry[name] = f }
func Names() (all []string) {
	for n := range registry {
		all = append(all, n)
	}
	return
}

func TestGlobalmap(t *testing.T) {
	var wg sync.WaitGroup
	wg.Go(func() { Register("a", func() {}) })
	wg.Go(func() { Names() })
	wg.Wait()
}
