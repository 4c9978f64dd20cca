package bare

import "testing"

func TestX(t *testing.T) {
	go func() { _ = list[0] }() // ok
}
