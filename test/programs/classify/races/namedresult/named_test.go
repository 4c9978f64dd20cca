// Package namedresult (R8): the goroutine assigns a named result, return does too.
package namedresult

import (
	"errors"
	"testing"
)

func load(fail bool, done chan struct{}) (result int, err error) {
	go func() {
		defer close(done)
		if fail {
			err = errors.New("late")
		}
	}()
	return 1, nil
}

func TestNamedResult(t *testing.T) {
	done := make(chan struct{})
	_, _ = load(true, done)
	<-done
}
