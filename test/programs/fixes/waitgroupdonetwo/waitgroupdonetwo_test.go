package waitgroupdonetwo

import (
	"testing"
)

func TestWaitgroupdonetwo(t *testing.T) {
	for word, n := range Lengths([]string{"a", "bb", "ccc", "dddd"}) {
		t.Log(word, n)
	}
}
