package looprange

import (
	"testing"
)

func TestLooprange(t *testing.T) {
	_ = Sum([]int{1, 2, 3, 4})
}
