package concurrency

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/go-race-audit/go-race-audit/lint/reference"
)

// meets tells whether s conflicts with the use.
func (w *walker) meets(s *step) bool {
	if w.sp.Kind != Subtest && w.sp.Kind != Handler && w.sp.Kind != Queued && !w.waiting {
		for _, h := range s.uses {
			if slices.ContainsFunc(h.own, w.ends) || !w.clash(h) || w.a.endsInFailure(w.g, s) {
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
		if (o.Kind == Subtest) != (w.sp.Kind == Subtest) || (o.Kind == Queued) != (w.sp.Kind == Queued) {
			continue
		}
		if w.sp.maybe > 0 && o.maybe > 0 && w.sp.from == o.from {
			continue // a helper that starts one only sometimes: one at a time, more often than not
		}
		if o == w.sp && w.use.call {
			w.again = true
		}
		if o == w.sp && w.anew() {
			continue
		}
		met := *w
		if o == w.sp {
			met.use = w.g.common(w.sp, w.use)
		}
		for _, h := range o.Uses {
			if !met.clash(h) || slices.ContainsFunc(h.after, w.orders) || w.waitsFor(o, h) {
				continue
			}
			w.a.settle(s, Conflict{Func: w.g.fn, Beside: w.use, Spawn: w.sp, Here: h, Other: o})
			return true
		}
	}
	return false
}

// anew: each turn of the loop that starts the goroutine makes the object, or has none: no variable
// carries it from one turn to the next.
func (w *walker) anew() bool {
	home := w.g.nodes[w.g.where[w.start]]
	switch w.use.Ref.Root.(type) {
	case *ssa.Alloc, *ssa.Call:
	default:
		return false
	}
	if !home.cycle || !w.g.madeIn(home.scc, w.use.Ref.Root) {
		return false
	}
	for _, b := range w.g.fn.Blocks {
		for _, in := range b.Instrs {
			if phi, ok := in.(*ssa.Phi); ok && w.holds(phi) && carries(phi, phi, map[*ssa.Phi]bool{}) {
				return false
			}
		}
	}
	return true
}

// holds: the object is one of what phi may stand for.
func (w *walker) holds(phi *ssa.Phi) bool {
	return slices.ContainsFunc(phi.Edges, func(edge ssa.Value) bool {
		_, again := edge.(*ssa.Phi)
		return !again && w.a.refs.Of(edge).Root == w.use.Ref.Root
	})
}

// carries: the value of one turn of a loop goes into phi in the next.
func carries(phi, at *ssa.Phi, seen map[*ssa.Phi]bool) bool {
	seen[at] = true
	return slices.ContainsFunc(at.Edges, func(edge ssa.Value) bool {
		next, ok := edge.(*ssa.Phi)
		return ok && (next == phi || !seen[next] && carries(phi, next, seen))
	})
}

// common is u without the locks that each turn of the loop which starts the goroutines makes
// anew: no two of them meet at one.
func (g *graph) common(sp *Spawn, u Use) Use {
	if sp.at == nil || sp.at.Parent() != g.fn || !g.nodes[sp.at.Block().Index].cycle {
		return u
	}
	cycle := g.nodes[sp.at.Block().Index].scc
	u.Locks = slices.DeleteFunc(slices.Clone(u.Locks), func(l Lock) bool { return l.Root != nil && g.madeIn(cycle, l.Root) })
	return u
}

// clash tells whether the use and h must not be made at once.
func (w *walker) clash(h Use) bool { return w.a.clash(w.use, h) && !w.a.receivedApart(w.g, h.Ref) }

// receivedApart tells whether ref is, or is a part of, what two goroutines receive from a
// channel on which the function sends nothing twice: each gets an object of its own.
func (a *analysis) receivedApart(g *graph, ref reference.Ref) bool {
	message, path, ok := ref.Message()
	if !ok {
		return false
	}
	sent := map[reference.Ref]bool{}
	for _, n := range g.nodes {
		for _, s := range n.steps {
			if s.handed.Root == nil || len(s.signals) == 0 || s.signals[0].Received() != message {
				continue
			}
			part := a.refs.Extend(s.handed, path)
			if sent[part] || n.cycle && !g.madeIn(n.scc, part.Root) {
				return false
			}
			sent[part] = true
		}
	}
	return true
}

// madeIn tells whether v is made in the cycle numbered scc, anew each time.
func (g *graph) madeIn(scc int, v ssa.Value) bool {
	def, ok := v.(ssa.Instruction)
	return ok && def.Parent() == g.fn && g.nodes[def.Block().Index].scc == scc
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
	switch def := w.use.Ref.Root.(type) {
	case reference.Escaped:
		return def.Call == s.at
	case ssa.Instruction:
		element, ok := def.(*ssa.IndexAddr)
		if def == s.at && (!ok || w.g.madeIn(w.g.nodes[w.g.where[s]].scc, element.Index)) {
			return true
		}
	}
	return slices.Contains(s.replaced, w.use.Ref)
}
