// want race-captured-variable count

package styles

import "testing"

func TestSentcounter(t *testing.T) {
	out := make(chan int, 4)
	count := 0
	go func() {
		for range 3 {
			out <- count
			count++
		}
		close(out)
	}()
	if count > 2 {
		t.Log("fast")
	}
	for range out {
	}
}
