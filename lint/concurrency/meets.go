package concurrency

import (
	"slices"

	"golang.org/x/tools/go/ssa"
)

// meets tells whether s conflicts with the use.
func (w *walker) meets(s *step) bool {
	if w.sp.Kind != Subtest && w.sp.Kind != Handler && !w.waiting {
		for _, h := range s.uses {
			if slices.ContainsFunc(h.own, w.ends) || !w.a.clash(w.use, h) || w.a.endsInFailure(w.g, s) {
				continue
			}
			w.a.settle(s, Conflict{Func: w.g.fn, Beside: w.use, Spawn: w.sp, Here: h})
			return true
		}
	}
	return w.against(s, s.spawns)
}

// against tells whether the use conflicts with goroutines that s starts.
func (w *walker) against(s *step, spawns []*Spawn) bool {
	for _, o := range spawns {
		if (o.Kind == Subtest) != (w.sp.Kind == Subtest) {
			continue
		}
		for _, h := range o.Uses {
			if !w.a.clash(w.use, h) || slices.ContainsFunc(h.after, w.orders) || w.waitsFor(o, h) {
				continue
			}
			w.a.settle(s, Conflict{Func: w.g.fn, Beside: w.use, Spawn: w.sp, Here: h, Other: o})
			return true
		}
	}
	return false
}

// orders tells whether another goroutine that has passed j comes after the use.
func (w *walker) orders(j join) bool { return !w.slots[j.Ref] && w.ends(j) }

// waitsFor tells whether the use comes after h on the goroutine o.
func (w *walker) waitsFor(o *Spawn, h Use) bool {
	for _, s := range o.signals {
		if !w.slots[s.Ref] && !slices.Contains(h.early, s) && slices.ContainsFunc(w.use.after, func(j join) bool { return j.ends(s) }) {
			return true
		}
	}
	return false
}

// fresh tells whether the variable stands for another object after s.
func (w *walker) fresh(s *step) bool {
	if def, ok := w.use.Ref.Root.(ssa.Instruction); ok && def == s.at {
		return true
	}
	return slices.Contains(s.replaced, w.use.Ref)
}
