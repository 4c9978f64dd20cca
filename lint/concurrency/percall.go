package concurrency

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/go-race-audit/go-race-audit/lint/unsafetype"
)

// acrossCalls finds a field that the goroutines of one exported method share:
// each call starts another one for the data that it was given, and none of them
// waits for those before.
func (a *analysis) acrossCalls() {
	for _, l := range a.loose {
		if !l.use.Write || a.owner(l.use) == "" || l.use.Type == "" || a.inTest(l.fn.Pos()) || a.pkg.Pkg.Name() == "main" {
			continue
		}
		if token.IsExported(l.fn.Name()) && way(l.use).Exported() && a.clashOfFields(l.use, l.use) && perCall(l) {
			a.found = append(a.found, Conflict{Func: l.fn, Beside: l.use, Spawn: l.sp, Here: l.use, Other: l.sp, Via: ByCalls})
		}
	}
}

// perCall tells whether the goroutine works on data of one call, and then ends.
func perCall(l loose) bool {
	start, ok := l.sp.at.(*ssa.Go)
	if !ok {
		return false
	}
	runs := start.Call.StaticCallee()
	if runs == nil || l.fn.Signature.Recv() == nil || loops(runs) {
		return false
	}
	given := start.Call.Args
	if literal, ok := start.Call.Value.(*ssa.MakeClosure); ok {
		given = append(slices.Clone(given), literal.Bindings...)
	}
	return slices.ContainsFunc(given, func(v ssa.Value) bool {
		return slices.ContainsFunc(l.fn.Params[1:], func(p *ssa.Parameter) bool { return isData(p.Type()) && holds(v, p) })
	})
}

// isData: what a caller may give again and again; a listener or a context is
// given once.
func isData(t types.Type) bool {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
		_, ok := t.Underlying().(*types.Struct)
		return ok && unsafetype.Name(t) != "sync.WaitGroup"
	}
	switch t.Underlying().(type) {
	case *types.Basic, *types.Struct, *types.Slice, *types.Map:
		return true
	}
	return false
}

// holds tells whether v is p, or the variable that p was put in to be captured.
func holds(v ssa.Value, p *ssa.Parameter) bool {
	if v == ssa.Value(p) {
		return true
	}
	cell, ok := v.(*ssa.Alloc)
	return ok && slices.ContainsFunc(*cell.Referrers(), func(in ssa.Instruction) bool {
		store, ok := in.(*ssa.Store)
		return ok && store.Addr == v && store.Val == ssa.Value(p)
	})
}

// loops tells whether fn goes round anywhere.
func loops(fn *ssa.Function) bool {
	for _, b := range fn.Blocks {
		if slices.ContainsFunc(b.Succs, func(to *ssa.BasicBlock) bool { return to.Dominates(b) }) {
			return true
		}
	}
	return false
}
