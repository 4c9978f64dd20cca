// Package twocauses: two fields of one struct, two causes, and a map beside them.
package twocauses

import (
	"bytes"
	"sync"
	"testing"
)

type hub struct {
	log   bytes.Buffer
	names map[string]int
}

func (h *hub) note(s string) { h.log.WriteString(s) }
func (h *hub) name(s string) { h.names[s]++ }

func TestTwoCauses(t *testing.T) {
	h := &hub{names: map[string]int{}}
	var wg sync.WaitGroup
	for range 2 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			h.note("x")
		}()
	}
	wg.Wait()
	var once sync.Mutex
	for range 2 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			once.Lock()
			once.Unlock()
			h.name("y")
		}()
	}
	wg.Wait()
}
