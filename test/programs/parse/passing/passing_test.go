package passing

import (
	"fmt"
	"runtime/debug"
	"testing"
)

func TestHandled(t *testing.T) {
	defer func() {
		fmt.Println("recovered panic:", recover())
		debug.PrintStack()
	}()
	var m map[string]int
	m["a"] = 1
}

func TestDump(t *testing.T) { debug.PrintStack() }

func TestProse(t *testing.T) {
	fmt.Println("panic: this one is only printed")
	fmt.Println("fatal error: so is this")
	fmt.Println("goroutine 12 said hello")
}
func TestSkipped(t *testing.T) { t.Skip("not today") }
