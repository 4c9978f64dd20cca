package looprange

import (
	"testing"
)

func TestLooprange(t *testing.T) {
	_ = Sum(make([]int, 50))
}
