package concurrency

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/go-race-audit/go-race-audit/lint/reference"
	"github.com/go-race-audit/go-race-audit/lint/syntax"
)

// ends tells whether j waits for the use to be over, itself or through another
// goroutine that does.
func (w *walker) ends(j join) bool {
	known, ok := w.ended[j]
	if !ok {
		known = w.waitsForUse(j)
		w.ended[j] = known
	}
	return known
}

func (w *walker) waitsForUse(j join) bool {
	if j.kind == over {
		return true
	}
	known := []join{j}
	for i := 0; i < len(known) && i < maxUses; i++ {
		if slices.ContainsFunc(w.late, known[i].ends) {
			return true
		}
		for _, s := range w.all {
			for _, o := range s.spawns {
				if o == w.sp || !slices.ContainsFunc(o.signals, known[i].ends) {
					continue
				}
				for _, further := range o.joins {
					if !slices.Contains(known, further) {
						known = append(known, further)
					}
				}
			}
		}
	}
	return false
}

// anyEnds tells whether the starter has waited for the use at s. One receive
// is not enough for a goroutine started in a loop that sends; a loop of them
// (cycle) is.
func (w *walker) anyEnds(s *step, cycle bool) bool {
	for _, j := range s.joins {
		if !w.ends(j) {
			continue
		}
		if j.kind == handsOver && !cycle && !unbuffered(j) {
			continue
		}
		if cycle || !w.onlyOneOfMany(s, j) {
			return true
		}
	}
	return false
}

// saysOver tells whether fn is a method that says whether its object has ended.
func saysOver(fn *types.Func) bool {
	switch fn.Name() {
	case "Exited", "Stopped", "Finished", "Terminated", "Completed", "Done", "Closed", "IsDone", "IsStopped", "IsClosed", "HasExited":
		return fn.Signature().Recv() != nil && fn.Signature().Params().Len() == 0
	}
	return false
}

func isOver(fn *ssa.Function) bool {
	obj, ok := fn.Object().(*types.Func)
	return ok && saysOver(obj)
}

// awaited adds the joins of a helper that is given the method which says that
// its object has ended: Eventually(p.Exited).
func (a *analysis) awaited(s *step, c *ssa.CallCommon) {
	for _, v := range c.Args {
		if made, ok := v.(*ssa.MakeInterface); ok {
			v = made.X
		}
		bound, ok := v.(*ssa.MakeClosure)
		if !ok || len(bound.Bindings) != 1 {
			continue
		}
		if method, ok := bound.Fn.(*ssa.Function).Object().(*types.Func); ok && saysOver(method) {
			s.joins = append(s.joins, join{a.refs.Of(bound.Bindings[0]), over})
		}
	}
}

// onlyOneOfMany tells whether j waits for one of several goroutines.
func (w *walker) onlyOneOfMany(s *step, j join) bool {
	home, here := w.g.nodes[w.g.where[w.start]], w.g.nodes[w.g.where[s]]
	if !home.cycle || home.scc == here.scc {
		return false
	}
	return slices.ContainsFunc(w.late, func(l signal) bool { return l.kind == sent && j.ends(l) })
}

// unbuffered tells whether the channel surely has no room.
func unbuffered(j join) bool {
	size, ok := capacity(j.Root)
	return ok && size == 0 && j.Path == ""
}

// capacity is the constant a channel was made with.
func capacity(v ssa.Value) (int64, bool) {
	made, ok := reference.Local(v).(*ssa.MakeChan)
	if !ok {
		return 0, false
	}
	size, ok := made.Size.(*ssa.Const)
	if !ok || size.Value == nil {
		return -1, true
	}
	return size.Int64(), true
}

// clash tells whether two goroutines must not make these uses at once.
func (a *analysis) clash(u, h Use) bool {
	return u.Ref == h.Ref && !u.call && !h.call && (u.Write || h.Write) && !a.shareLock(u, h)
}

// shareLock tells whether a common lock keeps the uses apart.
func (a *analysis) shareLock(u, h Use) bool {
	for _, l := range u.Locks {
		for _, k := range h.Locks {
			if l.Ref == k.Ref && (l.Exclusive || k.Exclusive) && excludes(l) {
				return true
			}
		}
	}
	return false
}

// excludes tells whether one goroutine at a time can hold l: a channel with
// room for several does not.
func excludes(l Lock) bool {
	if !l.Slot || l.Path != "" {
		return true
	}
	size, ok := capacity(l.Root)
	return !ok || size == 1
}

// settle keeps a conflict whose type is known, and leaves the other to the
// callers.
func (a *analysis) settle(s *step, c Conflict) {
	if c.Beside.Type == "" {
		c.Beside.Type = c.Here.Type
	}
	if c.Here.Type == "" {
		c.Here.Type = c.Beside.Type
	}
	switch {
	case c.Here.Type != "" && c.Here.Type == c.Beside.Type:
		a.found = append(a.found, c)
	case s != nil && c.Here.Type == "" && c.Here.Ref.Exported():
		s.pending = append(s.pending, c)
	}
}

// endsInFailure tells whether a test fails right after s: what it prints then
// may be torn, and nobody minds.
func (a *analysis) endsInFailure(g *graph, s *step) bool {
	steps := g.nodes[g.where[s]].steps
	after := steps[slices.Index(steps, s):]
	return slices.ContainsFunc(after, func(o *step) bool { return o.stops }) && a.inTest(s.at.Pos())
}

// handsBack finds an object that the function returns while its goroutine
// still writes to it.
func (w *walker) handsBack(s *step) {
	if !slices.Contains(s.returns, w.use.Ref) || !w.use.Write || len(w.use.Locks) > 0 || w.use.Ref.Path != "" {
		return
	}
	if _, made := w.use.Ref.Root.(*ssa.Alloc); !made || !onlyWithError(w.g.fn.Signature) {
		return
	}
	w.a.settle(nil, Conflict{Func: w.g.fn, Beside: w.use, Spawn: w.sp, Here: Use{Ref: w.use.Ref, Type: w.use.Type, Op: "return", Trail: []token.Pos{s.at.Pos()}}, Via: ByReturn})
}

// onlyWithError tells whether a function returns one object, so that its
// caller gets nothing to wait with.
func onlyWithError(sig *types.Signature) bool {
	results := sig.Results()
	return results.Len() == 1 || results.Len() == 2 && syntax.IsError(results.At(1).Type())
}
