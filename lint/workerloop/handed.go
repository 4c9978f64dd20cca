package workerloop

import (
	"go/ast"

	"github.com/go-race-audit/go-race-audit/lint/inventory"
	"github.com/go-race-audit/go-race-audit/lint/launch"
)

// repeated: the launcher runs what it is given again after a panic.
func (c *checker) repeated(entry inventory.Launch) bool {
	call, ok := entry.Node.(*ast.CallExpr)
	return ok && c.info.Of(c.info.Callee(call)).RunsAgain(entry.Arg)
}

// handedOver looks at the functions that a launch runs once under the recover of
// something it calls: `go safe.Run(f)`, `go safe.Wrap(f)()`, or the same as a
// statement of its body.
func (c *checker) handedOver(entry inventory.Launch) {
	if start, ok := entry.Node.(*ast.GoStmt); ok {
		c.argumentsOf(entry, start.Call)
		if wrap, ok := ast.Unparen(entry.Site.Func).(*ast.CallExpr); ok {
			c.argumentsOf(entry, wrap)
		}
	}
	if entry.Body == nil || entry.Outcome == launch.Recovered {
		return
	}
	for _, stmt := range entry.Body.List {
		if call, ok := callOf(stmt); ok {
			c.argumentsOf(entry, call)
		}
	}
}

// argumentsOf looks at the loops of functions that call runs, or wraps.
func (c *checker) argumentsOf(entry inventory.Launch, call *ast.CallExpr) {
	fact := c.info.Of(c.info.Callee(call))
	for i, arg := range call.Args {
		if !fact.RunsOnce(i) && !fact.ReturnsRecovering || fact.Launches {
			continue
		}
		target := c.info.Resolve(arg)
		if target.Lit != nil {
			c.loops(entry, target.Lit.Body, call)
		} else if decl := c.info.Decl(target.Func); decl != nil {
			c.loops(entry, decl.Body, call)
		}
	}
}
