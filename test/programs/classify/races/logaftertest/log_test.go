// Package logaftertest (R13): a goroutine logs after its test has ended. Only a test with subtests shows the race.
package logaftertest

import (
	"testing"
	"time"
)

func TestLogAfterTest(t *testing.T) {
	go func() {
		time.Sleep(10 * time.Millisecond)
		t.Log("still working")
	}()
	t.Run("part", func(*testing.T) {})
}

func TestLater(t *testing.T) { time.Sleep(50 * time.Millisecond) }
