package recovermisuse

import (
	"go/ast"
	"go/types"

	"github.com/go-race-audit/go-race-audit/lint/diagnostic"
	"github.com/go-race-audit/go-race-audit/lint/launch"
	"github.com/go-race-audit/go-race-audit/lint/message"
)

// unreached reports a defer of what only leads to the function that recovers: it makes that
// function and nobody calls it, or calls it one call too deep.
func (c *checker) unreached(d *ast.DeferStmt) {
	fn := c.info.Callee(d.Call)
	if c.info.Of(fn).ReturnsHelper {
		c.misplaced(d, "not-called", diagnostic.Error, message.Of("misplaced-not-called", message.Args{"function": types.ExprString(d.Call.Fun)}))
		return
	}
	if launch.FullName(fn) != "(*sync.Once).Do" {
		return
	}
	if _, literal := ast.Unparen(d.Call.Args[0]).(*ast.FuncLit); !literal && c.info.IsHelper(d.Call.Args[0]) { // a literal is reported at its recover
		c.misplaced(d, "not-deferred", diagnostic.Error, message.Of("misplaced-given", message.Args{"function": types.ExprString(d.Call.Fun)}))
	}
}
