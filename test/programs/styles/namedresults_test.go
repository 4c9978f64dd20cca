// want race-captured-variable n

package styles

import "testing"

func load(start chan struct{}) (n int, err error) {
	go func() {
		<-start
		n = 1
	}()
	return 2, nil
}

func TestNamedresults(t *testing.T) {
	start := make(chan struct{}, 1)
	start <- struct{}{}
	n, _ := load(start)
	_ = n
	for range 1000 {
		_ = make([]byte, 10)
	}
}
