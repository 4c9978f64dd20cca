package recovery

import (
	"go/ast"
	"go/token"
	"go/types"
)

// builtin is the name of the builtin that is called, or "".
func (r *Info) builtin(call *ast.CallExpr) string {
	if id, ok := ast.Unparen(call.Fun).(*ast.Ident); ok {
		if b, ok := r.types.Uses[id].(*types.Builtin); ok {
			return b.Name()
		}
	}
	return ""
}

// variable is the variable or field that expr names, nil for other expressions.
func (r *Info) variable(expr ast.Expr) types.Object {
	switch e := ast.Unparen(expr).(type) {
	case *ast.Ident:
		if v, ok := r.types.ObjectOf(e).(*types.Var); ok {
			return v
		}
	case *ast.SelectorExpr:
		if v, ok := r.types.Uses[e.Sel].(*types.Var); ok {
			return v
		}
	case *ast.UnaryExpr:
		if e.Op == token.MUL {
			return r.variable(e.X)
		}
	}
	return nil
}

// inspectShallow walks root without entering function literals below it.
func inspectShallow(root ast.Node, visit func(ast.Node) bool) {
	ast.Inspect(root, func(n ast.Node) bool {
		if n == nil {
			return false
		}
		if _, ok := n.(*ast.FuncLit); ok && n != root {
			return false
		}
		return visit(n)
	})
}
