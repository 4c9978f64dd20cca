package capturedwrite

import (
	"go/ast"
	"go/token"
	"go/types"
	"regexp"
	"slices"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/go-race-audit/go-race-audit/lint/syntax"
)

// locking matches methods that let one goroutine through, or wait for others.
var locking = regexp.MustCompile(`^(R?Lock|TryR?Lock|Acquire|TryAcquire|Wait|Do)$`)

// waiting matches functions after which a goroutine may be over.
var waiting = regexp.MustCompile(`(?i)wait|join|stop|close|shutdown|done|finish|flush|sync|drain|lock|acquire|eventually|receive|recv|result|cancel|exit|(^|\.)(get|load)$`)

// locks tells whether a call may order the goroutine among others: a lock, or
// a function that is given or holds something which only the run knows.
func (c *checker) locks(call *ast.CallExpr) bool {
	fun, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	return ok && locking.MatchString(fun.Sel.Name)
}

// orders tells whether anything below root locks, sends or receives.
func (c *checker) orders(root ast.Node) bool {
	return syntax.Contains(root, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.SendStmt, *ast.SelectStmt:
			return true
		case *ast.CallExpr:
			return c.locks(n)
		case *ast.UnaryExpr:
			return n.Op == token.ARROW
		}
		return false
	})
}

// ends tells whether a channel only says that a context has ended.
func (c *checker) ends(channel ast.Expr) bool {
	call, ok := ast.Unparen(channel).(*ast.CallExpr)
	if !ok {
		return false
	}
	fun, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	return ok && fun.Sel.Name == "Done"
}

// waits tells whether a statement may wait for a goroutine: it receives, or calls
// something that is named so or is only known at run time.
func (c *checker) waits(root ast.Node) bool {
	found := c.givesWay(root)
	ast.Inspect(root, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit, *ast.DeferStmt:
			return false
		case *ast.GoStmt: // starts, and waits for nothing
			return false
		case *ast.SelectStmt, *ast.LabeledStmt:
			found = true
		case *ast.SendStmt:
			found = true
		case *ast.UnaryExpr:
			found = found || n.Op == token.ARROW
		case *ast.RangeStmt:
			_, channel := c.info.TypeOf(n.X).Underlying().(*types.Chan)
			found = found || channel
		case *ast.CallExpr:
			found = found || waiting.MatchString(types.ExprString(n.Fun)) || c.unknown(n)
		}
		return !found
	})
	return found
}

// unknown: the call runs a function that a variable holds, or is given one that
// it may run.
func (c *checker) unknown(call *ast.CallExpr) bool {
	if id, ok := ast.Unparen(call.Fun).(*ast.Ident); ok {
		if _, ok := c.info.Uses[id].(*types.Var); ok {
			return true
		}
	}
	return false
}

// givesWay: a simple statement calls a function that is given what to wait by: a channel,
// or the end of an io.Pipe, whose reader comes to its end when the writer has closed it.
func (c *checker) givesWay(root ast.Node) bool {
	var value ast.Expr
	switch s := root.(type) {
	case *ast.ExprStmt:
		value = s.X
	case *ast.AssignStmt:
		value = s.Rhs[0]
	}
	call, ok := ast.Unparen(value).(*ast.CallExpr)
	if !ok {
		return false
	}
	if _, builtin := typeutil.Callee(c.info, call).(*types.Builtin); builtin { // close(done)
		return false
	}
	return slices.ContainsFunc(call.Args, func(arg ast.Expr) bool {
		t := c.info.TypeOf(arg)
		if t == nil {
			return false
		}
		_, channel := t.Underlying().(*types.Chan)
		return channel || t.String() == "*io.PipeReader"
	})
}

// limited: an errgroup whose limit is one runs its functions one by one.
func (c *checker) limited(body *ast.BlockStmt) bool {
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok && len(call.Args) == 1 {
			fun, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
			found = found || ok && fun.Sel.Name == "SetLimit" && types.ExprString(call.Args[0]) == "1"
		}
		return !found
	})
	return found
}

// tells are the channels on which lit sends, or which it closes.
func (c *checker) tells(lit *ast.FuncLit) map[string]bool {
	told := map[string]bool{}
	ast.Inspect(lit.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.SendStmt:
			told[types.ExprString(n.Chan)] = true
		case *ast.CallExpr:
			for _, arg := range n.Args { // close(done), or a function that tells
				told[types.ExprString(arg)] = true
			}
		}
		return true
	})
	return told
}

// received is the channel that a case of a select receives from, "" for none.
func received(comm ast.Stmt) string {
	channel := ""
	ast.Inspect(comm, func(n ast.Node) bool {
		if receive, ok := n.(*ast.UnaryExpr); ok && receive.Op == token.ARROW && channel == "" {
			channel = types.ExprString(receive.X)
		}
		return true
	})
	return channel
}

// noteResults remembers the named results of a function: return assigns them.
func (c *checker) noteResults(fn *ast.FuncType) {
	if fn.Results == nil {
		return
	}
	for _, field := range fn.Results.List {
		for _, name := range field.Names {
			if v, ok := c.info.Defs[name].(*types.Var); ok {
				c.results[v] = true
			}
		}
	}
}
