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

// handedIn tells whether a function value came from outside; else it is only
// known at run time.
func (r *Info) handedIn(value ast.Expr) bool {
	if index, ok := ast.Unparen(value).(*ast.IndexExpr); ok { // hooks[i]
		return r.handedIn(index.X)
	}
	v, ok := r.variable(value).(*types.Var)
	return ok && (v.IsField() || r.handed[v])
}
