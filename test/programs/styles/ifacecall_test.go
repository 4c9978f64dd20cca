// want race-slice memory.events

package styles

import (
	"sync"
	"testing"
)

type Recorder interface{ Record(string) }
type memory struct{ events []string }

func (m *memory) Record(e string) { m.events = append(m.events, e) }

func fanOut(r Recorder, names ...string) {
	var wg sync.WaitGroup
	for _, n := range names {
		wg.Add(1)
		go func() { defer wg.Done(); r.Record(n) }()
	}
	wg.Wait()
}

func TestIfacecall(t *testing.T) { fanOut(new(memory), "a", "b", "c") }
