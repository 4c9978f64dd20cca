package concurrency

import (
	"maps"
	"slices"
	"strings"

	"github.com/go-race-audit/go-race-audit/lint/reference"
)

// state is what surely holds at a point: locks held and joins passed.
type state struct {
	locks map[Lock]bool
	joins map[join]bool
}

func (s state) clone() state { return state{maps.Clone(s.locks), maps.Clone(s.joins)} }

// meet keeps what other has too, and tells whether something went.
func (s state) meet(other state) bool {
	before := len(s.locks) + len(s.joins)
	maps.DeleteFunc(s.locks, func(l Lock, _ bool) bool { return !other.locks[l] })
	maps.DeleteFunc(s.joins, func(j join, _ bool) bool { return !other.joins[j] })
	return len(s.locks)+len(s.joins) != before
}

// settle computes held and passed of every step: a forward analysis that
// keeps at each point what every path to it has.
func (g *graph) settle() (exit state) {
	slots := g.slots()
	in := make([]*state, len(g.nodes))
	in[0] = &state{map[Lock]bool{}, map[join]bool{}}
	for todo := []int{0}; len(todo) > 0; {
		v := todo[0]
		todo = todo[1:]
		cur := in[v].clone()
		for _, s := range g.nodes[v].steps {
			cur.apply(s, slots)
		}
		for _, w := range g.nodes[v].succs {
			if in[w] == nil {
				next := cur.clone()
				in[w] = &next
				todo = append(todo, w)
			} else if in[w].meet(cur) {
				todo = append(todo, w)
			}
		}
	}
	var end *state
	for v, n := range g.nodes {
		if in[v] == nil {
			continue
		}
		cur := in[v].clone()
		for _, s := range n.steps {
			s.held = slices.AppendSeq(s.held, maps.Keys(cur.locks))
			slices.SortFunc(s.held, func(a, b Lock) int { return strings.Compare(a.name(), b.name()) })
			s.passed = slices.AppendSeq(s.passed, maps.Keys(cur.joins))
			cur.apply(s, slots)
		}
		if len(n.succs) == 0 && !n.stops() {
			if end == nil {
				end = &cur
			} else {
				end.meet(cur)
			}
		}
	}
	if end == nil {
		return state{}
	}
	return *end
}

func (n *node) stops() bool {
	return slices.ContainsFunc(n.steps, func(s *step) bool { return s.stops })
}

// apply moves the state past s.
func (st state) apply(s *step, slots map[reference.Ref]bool) {
	for _, l := range s.acquires {
		st.locks[l] = true
	}
	for _, l := range s.releases {
		delete(st.locks, l)
	}
	for _, j := range s.joins {
		if j.kind != looks {
			st.joins[j] = true
		}
	}
	for _, sig := range s.signals {
		slot := Lock{sig.Ref, true, true}
		switch {
		case !slots[sig.Ref] || sig.kind != sent && sig.kind != emptied:
		case st.locks[slot]:
			delete(st.locks, slot)
		default:
			st.locks[slot] = true
		}
	}
}

// slots are the channels that the function both sends on and receives from:
// it uses them as locks.
func (g *graph) slots() map[reference.Ref]bool {
	var signals []signal
	for _, n := range g.nodes {
		for _, s := range n.steps {
			signals = append(signals, s.signals...)
		}
	}
	return slotsOf(signals)
}

// slotsOf are the channels with signals of both directions.
func slotsOf(signals []signal) map[reference.Ref]bool {
	sends, slots := map[reference.Ref]bool{}, map[reference.Ref]bool{}
	for _, s := range signals {
		if s.kind == sent {
			sends[s.Ref] = true
		}
	}
	for _, s := range signals {
		if s.kind == emptied && sends[s.Ref] {
			slots[s.Ref] = true
		}
	}
	return slots
}
