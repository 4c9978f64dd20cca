// Package logaftertest (R13): a goroutine logs after its test has ended. Only a test with subtests shows the race.
package logaftertest

import (
	"testing"
	"time"
)

var (
	ended  = make(chan struct{})
	logged = make(chan struct{})
)

func TestLogAfterTest(t *testing.T) {
	go func() {
		defer close(logged)
		<-ended
		time.Sleep(time.Millisecond)
		t.Log("still working")
	}()
	t.Run("part", func(*testing.T) {})
}

func TestLater(t *testing.T) {
	<-logged
}

func TestMain(m *testing.M) {
	time.AfterFunc(20*time.Millisecond, func() { close(ended) })
	m.Run()
}
