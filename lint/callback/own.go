package callback

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/go-race-audit/go-race-audit/lint/scope"
)

// origins are the values that the package itself, outside its tests, gives to its
// fields and to the parameters of its unexported functions.
type origins map[*types.Var][]ast.Expr

// readOrigins reads the package.
func (f *Finder) readOrigins(fset *token.FileSet) {
	for _, fn := range f.panics.Declared() {
		decl := f.panics.Decl(fn)
		if scope.TestFile(fset, decl.Pos()) {
			continue
		}
		ast.Inspect(decl.Body, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.AssignStmt:
				for i, left := range n.Lhs {
					if field, ok := ast.Unparen(left).(*ast.SelectorExpr); ok && len(n.Lhs) == len(n.Rhs) {
						f.give(f.info.Uses[field.Sel], n.Rhs[i])
					}
				}
			case *ast.KeyValueExpr:
				if key, ok := n.Key.(*ast.Ident); ok {
					f.give(f.info.Uses[key], n.Value)
				}
			case *ast.CallExpr:
				if callee := f.panics.Callee(n); f.panics.Decl(callee) != nil && !callee.Exported() && !callee.Signature().Variadic() {
					for i, arg := range n.Args {
						if i < callee.Signature().Params().Len() { // f(g()) gives several
							f.give(callee.Origin().Signature().Params().At(i), arg)
						}
					}
				}
			}
			return true
		})
	}
}

// give notes that a variable is given value.
func (f *Finder) give(obj types.Object, value ast.Expr) {
	v, ok := obj.(*types.Var)
	if ok && !f.info.Types[value].IsNil() {
		f.origins[v.Origin()] = append(f.origins[v.Origin()], value)
	}
}

// own tells whether all that a variable of the package is given are functions that
// the package wrote.
func (f *Finder) own(v *types.Var, depth int) bool {
	given := f.origins[v.Origin()]
	if len(given) == 0 || depth == 0 || v.IsField() && v.Exported() {
		return false
	}
	return !slices.ContainsFunc(given, func(value ast.Expr) bool { return !f.written(value, depth-1) })
}

// written tells whether value is a function of the package, or made by one.
func (f *Finder) written(value ast.Expr, depth int) bool {
	if target := f.panics.Resolve(value); target.Lit != nil || f.panics.Decl(target.Func) != nil {
		return true
	}
	if call, ok := ast.Unparen(value).(*ast.CallExpr); ok { // it makes one
		return f.panics.Decl(f.panics.Callee(call)) != nil
	}
	v, ok := f.variable(value)
	return ok && f.own(v, depth)
}
