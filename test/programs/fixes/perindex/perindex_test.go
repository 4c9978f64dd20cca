package perindex

import "testing"

func TestPerindex(t *testing.T) {
	for range 20 {
		if got := Squares([]int{1, 2, 3, 4, 5}); len(got) > 5 {
			t.Error(got)
		}
	}
}
