//go:build go1.25

package waitgroupgo

import "testing"

func TestWaitgroupgo(t *testing.T) {
	for range 20 {
		n := 0
		Count([]func(){func() { n++ }})
		if n > 1 {
			t.Error(n)
		}
	}
}
