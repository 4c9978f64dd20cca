// want race-captured-variable first

package styles

import (
	"errors"
	"sync"
	"testing"
)

func each(fs []func() error) error {
	var first error
	var wg sync.WaitGroup
	for _, f := range fs {
		wg.Add(1)
		go func() {
			defer wg.Done()
			if err := f(); err != nil {
				if first == nil {
					first = err
				}
			}
		}()
	}
	wg.Wait()
	return first
}
func TestFirsterr(t *testing.T) {
	bad := func() error { return errors.New("bad") }
	_ = each([]func() error{bad, bad, bad})
}
