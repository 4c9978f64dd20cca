package concurrency

import (
	"golang.org/x/tools/go/ssa"

	"github.com/go-race-audit/go-race-audit/lint/reference"
	"github.com/go-race-audit/go-race-audit/lint/unsafetype"
)

// deferred are the steps of the deferred calls that may have been registered
// when block returns, last registered first.
func (a *analysis) deferred(fn *ssa.Function, block *ssa.BasicBlock) []*step {
	var steps []*step
	for i := len(fn.Blocks) - 1; i >= 0; i-- {
		b := fn.Blocks[i]
		for j := len(b.Instrs) - 1; j >= 0; j-- {
			d, ok := b.Instrs[j].(*ssa.Defer)
			if !ok || b != block && !reference.Follows(d, block.Instrs[len(block.Instrs)-1]) {
				continue
			}
			s := &step{at: d}
			a.call(s, &d.Call)
			if !s.empty() {
				steps = append(steps, s)
			}
		}
	}
	return steps
}

// cleanups are the steps of the functions that a test gave to t.Cleanup, last
// given first: they run when it is over.
func (a *analysis) cleanups(fn *ssa.Function, block *ssa.BasicBlock) []*step {
	if !isTestBody(fn) {
		return nil
	}
	var steps []*step
	for i := len(fn.Blocks) - 1; i >= 0; i-- {
		b := fn.Blocks[i]
		for j := len(b.Instrs) - 1; j >= 0; j-- {
			c, ok := b.Instrs[j].(*ssa.Call)
			if !ok || !reference.Follows(c, block.Instrs[len(block.Instrs)-1]) {
				continue
			}
			callee := c.Call.StaticCallee()
			if callee == nil || callee.String() != "(*testing.common).Cleanup" {
				continue
			}
			s := &step{at: c}
			a.inlineArg(s, &c.Call, 1, nil)
			if !s.empty() {
				steps = append(steps, s)
			}
		}
	}
	return steps
}

// isTestBody tells whether fn is a test, benchmark or subtest.
func isTestBody(fn *ssa.Function) bool {
	if len(fn.Params) != 1 {
		return false
	}
	name := unsafetype.Name(fn.Params[0].Type())
	return name == "testing.T" || name == "testing.B" || name == "testing.F"
}
