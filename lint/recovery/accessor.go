package recovery

import (
	"go/ast"
	"regexp"
	"slices"

	"github.com/go-race-audit/go-race-audit/lint/syntax"
)

// accessor: body gives what an object holds, under its lock or not, and panics only where the
// program has not set it.
func (r *Info) accessor(body *ast.BlockStmt) bool {
	return syntax.Returns(body.List) && !slices.ContainsFunc(body.List, func(stmt ast.Stmt) bool {
		switch s := stmt.(type) {
		case *ast.ReturnStmt:
			return syntax.Contains(s, evaluates)
		case *ast.IfStmt:
			return s.Else != nil || syntax.Contains(s.Cond, evaluates) || len(s.Body.List) != 1 || !r.panics(s.Body.List[0])
		case *ast.DeferStmt:
			return !locks(s.Call)
		case *ast.ExprStmt:
			return !locks(s.X)
		}
		return true
	})
}

// evaluates: n calls something, or looks for a part of a value, which may not be there.
func evaluates(n ast.Node) bool {
	switch n.(type) {
	case *ast.CallExpr, *ast.IndexExpr, *ast.SliceExpr, *ast.TypeAssertExpr:
		return true
	}
	return false
}

// panics: stmt is a call of panic.
func (r *Info) panics(stmt ast.Stmt) bool {
	expr, ok := stmt.(*ast.ExprStmt)
	if !ok {
		return false
	}
	call, ok := expr.X.(*ast.CallExpr)
	return ok && r.builtin(call) == "panic"
}

// lockMethod matches methods that take a lock or give it back.
var lockMethod = regexp.MustCompile(`^R?([Ll]|Unl)ock$`)

func locks(value ast.Expr) bool {
	call, ok := value.(*ast.CallExpr)
	return ok && lockMethod.MatchString(syntax.CalledName(call))
}
