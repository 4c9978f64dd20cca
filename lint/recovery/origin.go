package recovery

import (
	"go/ast"
	"go/types"
)

// noteParams notes the parameters of a function type.
func (r *Info) noteParams(params *ast.FieldList) {
	for _, field := range params.List {
		for _, name := range field.Names {
			r.noteHanded(name)
		}
	}
}

// noteHanded notes a variable that is declared with a value from outside.
func (r *Info) noteHanded(name ast.Expr) {
	if id, ok := name.(*ast.Ident); ok {
		if obj := r.types.Defs[id]; obj != nil {
			r.handed[obj] = true
		}
	}
}

// origin says where a function value comes from, as a relative clause.
func (r *Info) origin(value ast.Expr) string {
	if index, ok := ast.Unparen(value).(*ast.IndexExpr); ok { // hooks[i]
		return r.origin(index.X)
	}
	if v, ok := r.variable(value).(*types.Var); ok && (v.IsField() || r.handed[v]) {
		return "which was handed in"
	}
	return "which is only known at run time"
}
