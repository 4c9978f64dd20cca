// want race-captured-variable sent.n

package styles

import "testing"

type sent struct{ n int }

func TestSentstruct(t *testing.T) {
	out := make(chan sent, 4)
	var s sent
	go func() {
		out <- s
		s.n++
		close(out)
	}()
	if s.n > 2 {
		t.Log("fast")
	}
	for range out {
	}
}
