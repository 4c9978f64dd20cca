package localappenderrors

import (
	"errors"
	"testing"
)

func TestLocalappenderrors(t *testing.T) {
	fail := func() error { return errors.New("no") }
	if err := Run(fail, fail, fail, fail); err == nil {
		t.Error("want errors")
	}
}
