package hook

import "testing"

func TestAsyncHookDelivers(t *testing.T) {
	var got []string
	h := NewAsync(func(e Entry) { got = append(got, e.Message) })
	h.Fire(Entry{Level: "info", Message: "one"})
	h.Fire(Entry{Level: "info", Message: "two"})
	h.Close()
	if len(got) != 2 {
		t.Errorf("got %d entries, want 2", len(got))
	}
}

func TestGuardedHookSurvivesABadPlugin(t *testing.T) {
	delivered := 0
	h := NewGuarded(func(e Entry) {
		if e.Message == "bad" {
			panic("plugin failed")
		}
		delivered++
	})
	h.Fire(Entry{Message: "bad"})
	h.Fire(Entry{Message: "good"})
	h.Close()
	if delivered != 1 || h.Panics.Load() != 1 {
		t.Errorf("delivered %d, panics %d, want 1 and 1", delivered, h.Panics.Load())
	}
}
