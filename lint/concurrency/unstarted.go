package concurrency

import (
	"go/token"

	"golang.org/x/tools/go/ssa"

	"github.com/go-race-audit/go-race-audit/lint/syntax"
)

// unstarted tells whether the i-th way out of the node v is taken only when the
// command could not be started, by Start or by a function that calls it: nothing copies its
// output then.
func (w *walker) unstarted(v, i int) bool {
	call, ok := w.start.at.(*ssa.Call)
	if !ok || w.sp.Kind != Copy || v >= len(w.g.fn.Blocks) {
		return false
	}
	instrs := w.g.fn.Blocks[v].Instrs
	branch, ok := instrs[len(instrs)-1].(*ssa.If)
	if !ok {
		return false
	}
	test, ok := branch.Cond.(*ssa.BinOp)
	if !ok || !isResult(test.X, call) && !isResult(test.Y, call) {
		return false
	}
	return test.Op == token.NEQ && i == 0 || test.Op == token.EQL && i == 1
}

// isResult tells whether v is the error that the call returned, or what it was put in
// just before.
func isResult(v ssa.Value, call *ssa.Call) bool {
	load, ok := v.(*ssa.UnOp)
	if !ok {
		return isError(v, call)
	}
	var last ssa.Value
	for _, in := range load.Block().Instrs {
		if in == ssa.Instruction(load) {
			break
		}
		if st, ok := in.(*ssa.Store); ok && st.Addr == load.X {
			last = st.Val
		}
	}
	return isError(last, call)
}

// isError tells whether v is the error among the results of call.
func isError(v ssa.Value, call *ssa.Call) bool {
	if result, ok := v.(*ssa.Extract); ok {
		return result.Tuple == ssa.Value(call) && syntax.IsError(result.Type())
	}
	return v == ssa.Value(call)
}
