package plain

import "testing"

//label:good
func TestStarts(t *testing.T) {
	var fns []func()
	for _, fn := range fns {
		go fn()
	}
	defer func() { _ = recover() }()
}
