package mixedatomic

import (
	"go/ast"
	"go/types"
	"regexp"
	"slices"

	"golang.org/x/tools/go/types/typeutil"
)

// caller is a function that uses another one.
type caller struct {
	fn      *types.Func
	ordered bool // it takes a lock or waits before it calls
}

// collectCalls notes who uses the functions of the package, and whether in order.
func (c *checker) collectCalls(fn *ast.FuncDecl) {
	by, _ := c.info.Defs[fn.Name].(*types.Func)
	ordered := false
	ast.Inspect(fn.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			ordered = ordered || orders(n)
		case *ast.GoStmt: // it begins without a lock
			if used, ok := typeutil.Callee(c.info, n.Call).(*types.Func); ok {
				c.callers[used.Origin()] = append(c.callers[used.Origin()], caller{nil, false})
			}
		case *ast.Ident:
			if used, ok := c.info.Uses[n].(*types.Func); ok && used.Pkg() == c.pass.Pkg {
				c.callers[used.Origin()] = append(c.callers[used.Origin()], caller{by, ordered})
			}
		}
		return true
	})
}

// maxCallers bounds how far up a lock is looked for.
const maxCallers = 3

// calledInOrder: nobody else can call fn, and whoever does takes a lock or waits first.
func (c *checker) calledInOrder(fn *types.Func, depth int) bool {
	if fn == nil || fn.Exported() || depth == 0 || len(c.callers[fn]) == 0 {
		return false
	}
	return !slices.ContainsFunc(c.callers[fn], func(by caller) bool { return !by.ordered && !c.calledInOrder(by.fn, depth-1) })
}

// orders: a lock, or a wait for other goroutines.
func orders(call *ast.CallExpr) bool {
	fun, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok {
		return false
	}
	return waits.MatchString(fun.Sel.Name)
}

// waits matches the methods that take a lock, one or several, or wait.
var waits = regexp.MustCompile(`^(([rR]|[tT]ry)?[lL]ock|Wait$|Do$)`)
