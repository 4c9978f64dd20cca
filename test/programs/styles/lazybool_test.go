// want race-lazy-init loader.loaded

package styles

import (
	"sync"
	"testing"
)

type loader struct {
	loaded bool
	data   string
}

func (l *loader) Data() string {
	if !l.loaded {
		l.data = "x"
		l.loaded = true
	}
	return l.data
}

func TestLazybool(t *testing.T) {
	l := &loader{}
	var wg sync.WaitGroup
	for range 3 {
		wg.Go(func() { l.Data() })
	}
	wg.Wait()
}
