// want race-missing-lock hub.onEvent

package styles

import (
	"sync"
	"testing"
)

type hub struct{ onEvent func(int) }

func (h *hub) OnEvent(f func(int)) { h.onEvent = f }
func (h *hub) emit(n int) {
	if h.onEvent != nil {
		h.onEvent(n)
	}
}

func TestFuncfield(t *testing.T) {
	h := &hub{}
	var wg sync.WaitGroup
	wg.Go(func() { h.emit(1) })
	h.OnEvent(func(int) {})
	wg.Wait()
}
