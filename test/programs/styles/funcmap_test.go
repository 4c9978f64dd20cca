// want race-captured-variable state

package styles

import (
	"sync"
	"testing"
)

func TestFuncmap(t *testing.T) {
	state := "idle"
	handlers := map[string]func(){
		"start": func() { state = "running" },
		"stop":  func() { state = "stopped" },
	}
	var wg sync.WaitGroup
	for _, h := range handlers {
		wg.Add(1)
		go func() { defer wg.Done(); h() }()
	}
	wg.Wait()
	_ = state
}
