// Package logaftertest (R13): a goroutine logs while its test ends.
package logaftertest

import (
	"testing"
	"time"
)

func TestLogAfterTest(t *testing.T) {
	go func() {
		for range 200 {
			t.Log("working")
			time.Sleep(10 * time.Microsecond)
		}
	}()
	time.Sleep(time.Millisecond)
}

func TestLater(t *testing.T) { time.Sleep(20 * time.Millisecond) }
