package recovery

import (
	"go/ast"
	"go/token"
)

// noteSource notes that the variable that name declares comes out of expr.
func (r *Info) noteSource(name, expr ast.Expr) {
	if id, ok := name.(*ast.Ident); ok {
		if obj := r.types.Defs[id]; obj != nil {
			r.sources[obj] = expr
		}
	}
}

// noteElement notes `h := hooks[i]`, `h, ok := hooks[name]` and `h := s.hook`.
func (r *Info) noteElement(assign *ast.AssignStmt) {
	if assign.Tok != token.DEFINE || len(assign.Rhs) != 1 {
		return
	}
	switch value := ast.Unparen(assign.Rhs[0]).(type) {
	case *ast.IndexExpr:
		r.noteSource(assign.Lhs[0], value.X)
	case *ast.SelectorExpr:
		r.noteSource(assign.Lhs[0], value)
	}
}

// noteArguments notes what the parameters of a literal are that is called where
// it is written: `go func(h Hook) { … }(hook)`.
func (r *Info) noteArguments(call *ast.CallExpr) {
	lit, ok := ast.Unparen(call.Fun).(*ast.FuncLit)
	if !ok {
		return
	}
	i := 0
	for _, field := range lit.Type.Params.List {
		for _, name := range field.Names {
			if i < len(call.Args) {
				r.noteSource(name, call.Args[i])
			}
			i++
		}
	}
}

// Source is where the variable that expr names got its value: the collection
// that it is an element of, the field, or the argument; nil if nobody knows.
func (r *Info) Source(expr ast.Expr) ast.Expr {
	if obj := r.variable(expr); obj != nil {
		return r.sources[obj]
	}
	return nil
}
