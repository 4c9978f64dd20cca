package launch

import (
	"go/ast"
	"go/token"
	"go/types"
)

// Target is the function behind an expression, as far as the source tells.
// Both fields are nil when the value is only known at run time.
type Target struct {
	// Lit is a literal written in place, or the one a variable was given once.
	Lit *ast.FuncLit
	// Func is a declared function or a method of a concrete type.
	Func *types.Func
}

// Closures maps each variable that is assigned exactly once, with a function
// literal, or a local one with a function or a method that has a name, to that.
type Closures map[types.Object]ast.Expr

// NewClosures collects the closures of files.
func NewClosures(info *types.Info, files []*ast.File) Closures {
	closures, writes := Closures{}, map[types.Object]int{}
	bind := func(left, right ast.Expr) {
		id, ok := ast.Unparen(left).(*ast.Ident)
		if !ok {
			return
		}
		v, ok := info.ObjectOf(id).(*types.Var)
		if !ok || v.IsField() {
			return
		}
		writes[v]++
		if _, literal := right.(*ast.FuncLit); literal || v.Pkg() != nil && v.Parent() != v.Pkg().Scope() && named(info, right) != nil {
			closures[v] = right
		}
	}
	for _, file := range files {
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.AssignStmt:
				for i, left := range n.Lhs {
					bind(left, nth(n.Rhs, i, len(n.Lhs)))
				}
			case *ast.ValueSpec:
				for i, name := range n.Names {
					if len(n.Values) > 0 {
						bind(name, nth(n.Values, i, len(n.Names)))
					}
				}
			case *ast.UnaryExpr:
				if n.Op == token.AND { // its address is taken: anyone may write it
					bind(n.X, nil)
				}
			}
			return true
		})
	}
	for obj := range closures {
		if writes[obj] != 1 {
			delete(closures, obj)
		}
	}
	return closures
}

// nth is the right side of the i-th of n assignments, nil when one call gives all.
func nth(values []ast.Expr, i, n int) ast.Expr {
	if len(values) != n {
		return nil
	}
	return ast.Unparen(values[i])
}

// Resolve finds the function behind expr.
func (c Closures) Resolve(info *types.Info, expr ast.Expr) Target {
	switch e := ast.Unparen(expr).(type) {
	case *ast.FuncLit:
		return Target{Lit: e}
	case *ast.Ident:
		if value := c[info.Uses[e]]; value != nil {
			return c.Resolve(info, value)
		}
		return Target{Func: named(info, e)}
	case *ast.SelectorExpr:
		return Target{Func: named(info, e)}
	case *ast.IndexExpr:
		return c.instance(info, e.X)
	case *ast.IndexListExpr:
		return c.instance(info, e.X)
	case *ast.CallExpr: // http.HandlerFunc(f)
		if tv := info.Types[e.Fun]; tv.IsType() && len(e.Args) == 1 {
			return c.Resolve(info, e.Args[0])
		}
	}
	return Target{}
}

// instance resolves f[T]; an element of a slice or map of functions stays unknown.
func (c Closures) instance(info *types.Info, fun ast.Expr) Target {
	if t := info.TypeOf(fun); t != nil {
		if _, ok := t.Underlying().(*types.Signature); ok {
			return c.Resolve(info, fun)
		}
	}
	return Target{}
}

// named is the function, or method of a concrete type, that expr names, or nil.
func named(info *types.Info, expr ast.Expr) *types.Func {
	var name *ast.Ident
	switch e := expr.(type) {
	case *ast.Ident:
		name = e
	case *ast.SelectorExpr:
		name = e.Sel
	default:
		return nil
	}
	fn, ok := info.Uses[name].(*types.Func)
	if !ok {
		return nil
	}
	if recv := fn.Signature().Recv(); recv != nil && types.IsInterface(recv.Type()) {
		return nil
	}
	return fn.Origin()
}
