// want race-timer-callback fired

package styles

import (
	"testing"
	"time"
)

func TestTimerclosure(t *testing.T) {
	fired := false
	time.AfterFunc(time.Millisecond, func() { fired = true })
	time.Sleep(4 * time.Millisecond)
	if !fired {
		t.Log("late")
	}
}
