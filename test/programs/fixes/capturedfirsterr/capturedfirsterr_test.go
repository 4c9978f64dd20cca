package capturedfirsterr

import (
	"errors"
	"testing"
)

func TestCapturedfirsterr(t *testing.T) {
	fail := func() error { return errors.New("no") }
	if All([]func() error{fail, fail, fail}) == nil {
		t.Error("want an error")
	}
}
