package loopthree

import (
	"testing"
)

func TestLoopthree(t *testing.T) {
	_ = Sum(make([]int, 50))
}
