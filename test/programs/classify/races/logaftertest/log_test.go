// Package logaftertest (R13): goroutines log after their test has ended. Only a test with subtests shows the race, and
// only when no timer happens to order it: hence five tests.
package logaftertest

import (
	"fmt"
	"sync"
	"testing"
	"time"
)

var logging sync.WaitGroup

func TestLogAfterTest(t *testing.T) {
	for i := range 5 {
		t.Run(fmt.Sprint(i), func(t *testing.T) {
			logging.Add(1)
			go func() {
				defer logging.Done()
				time.Sleep(time.Duration(10+5*i) * time.Millisecond)
				t.Log("still working")
			}()
			t.Run("part", func(*testing.T) {})
		})
	}
}

func TestLater(*testing.T) { logging.Wait() }
