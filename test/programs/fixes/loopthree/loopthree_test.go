package loopthree

import (
	"testing"
)

func TestLoopthree(t *testing.T) {
	_ = Sum([]int{1, 2, 3, 4})
}
