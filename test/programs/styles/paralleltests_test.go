// want race-package-variable current

package styles

import (
	"testing"
	"time"
)

var current string

func use(name string)                 { time.Sleep(time.Millisecond); current = name }
func TestParalleltestsA(t *testing.T) { t.Parallel(); use("a") }
func TestParalleltestsB(t *testing.T) { t.Parallel(); use("b") }
