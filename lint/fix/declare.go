package fix

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ast/astutil"

	"github.com/go-race-audit/go-race-audit/lint/syntax"
)

// IsPackageVariable tells whether a variable belongs to its package.
func IsPackageVariable(v *types.Var) bool { return v.Pkg() != nil && v.Parent() == v.Pkg().Scope() }

// Beside declares a variable or field of a type of package sync beside v; false
// where there is no place for it.
func (s *Scene) Beside(where Where, v *types.Var, name, kind string) ([]Edit, bool) {
	edits, ok := s.Import(where, v.Pos(), "sync")
	if !ok {
		return nil, false
	}
	text := name + " " + kind
	path, _ := astutil.PathEnclosingInterval(where.File, v.Pos(), v.Pos())
	for i, n := range path {
		switch n := n.(type) {
		case *ast.Field:
			if v.IsField() {
				return append(edits, s.After(where.File, n, text)), true
			}
		case *ast.ValueSpec:
			decl, ok := path[i+1].(*ast.GenDecl)
			if !ok || !IsPackageVariable(v) {
				continue
			}
			if decl.Lparen.IsValid() {
				return append(edits, s.After(where.File, n, text)), true
			}
			return append(edits, s.After(where.File, decl, "var "+text)), true
		case *ast.FuncType: // a parameter or result
			if body := syntax.Body(path[i+1]); body != nil {
				return append(edits, s.AtHead(where.File, body, "var "+text)), true
			}
			return nil, false
		case ast.Stmt:
			if i+1 < len(path) && listed(path[i+1], n) {
				return append(edits, s.Before(where.File, n, "var "+text)), true
			}
		}
	}
	return nil, false
}

// FreshValue tells whether an expression is a new, empty value, and names no variable.
func FreshValue(expr ast.Expr) bool {
	switch e := ast.Unparen(expr).(type) {
	case *ast.BasicLit:
		return true
	case *ast.UnaryExpr:
		return e.Op == token.AND && FreshValue(e.X)
	case *ast.CompositeLit:
		return len(e.Elts) == 0
	case *ast.CallExpr:
		for _, arg := range e.Args[min(1, len(e.Args)):] {
			if _, literal := arg.(*ast.BasicLit); !literal {
				return false
			}
		}
		switch fun := e.Fun.(type) {
		case *ast.Ident:
			return fun.Name == "new" || fun.Name == "make"
		case *ast.SelectorExpr: // bytes.NewBuffer(nil)
			id, ok := fun.X.(*ast.Ident)
			if !ok || id.Name != "bytes" && id.Name != "strings" || len(e.Args) != 1 {
				return false
			}
			arg, ok := e.Args[0].(*ast.Ident)
			return ok && arg.Name == "nil"
		}
	}
	return false
}
