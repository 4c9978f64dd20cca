package concurrency

import (
	"go/token"

	"golang.org/x/tools/go/ssa"
)

// unstarted tells whether the i-th way out of the node v is taken only when the
// command could not be started: nothing copies its output then.
func (w *walker) unstarted(v, i int) bool {
	call, ok := w.start.at.(*ssa.Call)
	if !ok || w.sp.Kind != Copy || v >= len(w.g.fn.Blocks) {
		return false
	}
	if callee := call.Call.StaticCallee(); callee == nil || callee.Name() != "Start" {
		return false
	}
	instrs := w.g.fn.Blocks[v].Instrs
	branch, ok := instrs[len(instrs)-1].(*ssa.If)
	if !ok {
		return false
	}
	test, ok := branch.Cond.(*ssa.BinOp)
	if !ok || test.X != ssa.Value(call) && test.Y != ssa.Value(call) {
		return false
	}
	return test.Op == token.NEQ && i == 0 || test.Op == token.EQL && i == 1
}
