package outside

import (
	"os"
	"testing"
	"time"
)

var shared int

func init() {
	go func() { shared++ }()
	time.Sleep(time.Millisecond)
	shared++
}

func TestMain(m *testing.M) {
	code := m.Run()
	done := make(chan bool)
	other := 0
	go func() { other++; close(done) }()
	other++
	<-done
	os.Exit(code)
}

func TestNothing(t *testing.T) {}
