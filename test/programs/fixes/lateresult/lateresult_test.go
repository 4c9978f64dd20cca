package lateresult

import (
	"testing"
)

func TestLateresult(t *testing.T) {
	for range 20 {
		t.Log(Load())
	}
}
