package workerloop

import (
	"go/ast"
	"go/token"
	"go/types"

	"github.com/go-race-audit/go-race-audit/lint/inventory"
	"github.com/go-race-audit/go-race-audit/lint/scope"
)

// elsewhere looks at functions that nothing in the package starts on a goroutine, others may:
// an exported method Run waits for work in an endless loop all the same.
func (c *checker) elsewhere() {
	once := c.runOnce()
	for _, file := range c.pass.Files {
		if !scope.Reported(c.pass.Fset, file) {
			continue
		}
		for _, decl := range file.Decls {
			if fn, ok := decl.(*ast.FuncDecl); ok && fn.Body != nil && !c.seen[fn.Body] && once(fn) {
				c.loops(inventory.Launch{File: file, Enclosing: []ast.Node{fn}}, fn.Body, nil)
			}
		}
	}
}

// runOnce tells which functions no code of the package calls again and again, or hands to
// something that may.
func (c *checker) runOnce() func(*ast.FuncDecl) bool {
	again := map[*types.Func]bool{}
	for _, file := range c.pass.Files {
		var around []ast.Node
		ast.Inspect(file, func(n ast.Node) bool {
			if n == nil {
				around = around[:len(around)-1]
				return true
			}
			if id, ok := n.(*ast.Ident); ok {
				if fn, ok := c.pass.TypesInfo.Uses[id].(*types.Func); ok && fn.Pkg() == c.pass.Pkg {
					again[fn.Origin()] = again[fn.Origin()] || !calledOnce(id, around)
				}
			}
			around = append(around, n)
			return true
		})
	}
	return func(decl *ast.FuncDecl) bool {
		fn := c.info.Function(decl)
		return fn != nil && !again[fn.Origin()]
	}
}

// calledOnce: what id names is called, and not in a loop.
func calledOnce(id *ast.Ident, around []ast.Node) bool {
	called := false
	for i := len(around) - 1; i >= 0; i-- {
		switch n := around[i].(type) {
		case *ast.CallExpr:
			called = called || n.Fun.End() == id.End()
		case *ast.ForStmt, *ast.RangeStmt:
			return false
		}
	}
	return called
}

// waits: the loop waits for work, or for a time to come, so that it is no parser.
func waits(stmt ast.Stmt) bool {
	if labeled, ok := stmt.(*ast.LabeledStmt); ok {
		stmt = labeled.Stmt
	}
	_, found := stmt.(*ast.RangeStmt) // over a channel
	ast.Inspect(stmt, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.SelectStmt:
			found = true
		case *ast.UnaryExpr:
			found = found || n.Op == token.ARROW
		case *ast.CallExpr:
			found = found || types.ExprString(n.Fun) == "time.Sleep"
		}
		return !found
	})
	return found
}
