// want race-reuse-after-handoff buf

package styles

import "testing"

func produce(out chan<- []byte) {
	buf := make([]byte, 4)
	for i := byte(0); i < 3; i++ {
		buf[0] = i
		out <- buf
	}
	close(out)
}

func TestSlicereuse(t *testing.T) {
	ch := make(chan []byte)
	go produce(ch)
	sum := 0
	for b := range ch {
		sum += int(b[0])
	}
	_ = sum
}
