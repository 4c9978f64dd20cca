package lateresultmap

import (
	"testing"
	"time"
)

func TestLateresultmap(t *testing.T) {
	seen := map[string]bool{}
	go func() {
		seen["a"] = true
	}()
	time.Sleep(10 * time.Millisecond)
	if !seen["a"] {
		t.Error("not seen")
	}
}
