// Package callback finds calls of functions that were handed in: hooks,
// plugins, handlers that someone else wrote.
package callback

import (
	"go/ast"
	"go/types"

	"github.com/go-race-audit/go-race-audit/lint/recovery"
)

// maxDepth bounds how far calls are followed within the package.
const maxDepth = 2

// Find returns the first call below root of a function that was handed in and
// that no recover on the way contains, or nil.
func Find(info *types.Info, panics *recovery.Info, root ast.Node) *ast.CallExpr {
	f := &finder{info, panics, map[*types.Func]bool{}}
	return f.find(root, maxDepth)
}

type finder struct {
	info   *types.Info
	panics *recovery.Info
	seen   map[*types.Func]bool
}

func (f *finder) find(root ast.Node, depth int) *ast.CallExpr {
	var found *ast.CallExpr
	elements := f.elements(root)
	ast.Inspect(root, func(n ast.Node) bool {
		if found != nil {
			return false
		}
		switch n := n.(type) {
		case *ast.GoStmt, *ast.DeferStmt:
			return false
		case *ast.FuncLit:
			return n == root
		case *ast.CallExpr:
			target := f.panics.Resolve(n.Fun)
			switch {
			case target.Lit != nil:
				if !f.panics.LitRecovers(target.Lit) && ast.Unparen(n.Fun) == target.Lit {
					found = f.find(target.Lit.Body, depth)
				}
			case target.Func != nil:
				found = f.inside(target.Func, depth)
			case f.handedIn(n, elements):
				found = n
			}
		}
		return true
	})
	return found
}

// inside follows a call within the package.
func (f *finder) inside(fn *types.Func, depth int) *ast.CallExpr {
	decl := f.panics.Decl(fn)
	if decl == nil || depth == 0 || f.seen[fn] || f.panics.Of(fn).Recovers {
		return nil
	}
	f.seen[fn] = true
	return f.find(decl.Body, depth-1)
}

// elements are the variables below root that range over a collection.
func (f *finder) elements(root ast.Node) map[types.Object]bool {
	found := map[types.Object]bool{}
	ast.Inspect(root, func(n ast.Node) bool {
		if loop, ok := n.(*ast.RangeStmt); ok {
			for _, v := range []ast.Expr{loop.Key, loop.Value} {
				if id, ok := v.(*ast.Ident); ok && id.Name != "_" {
					found[f.info.ObjectOf(id)] = true
				}
			}
		}
		return true
	})
	return found
}

// handedIn: the called value is a parameter, a field or an element of function
// type, or a method of an interface value that is one of several.
func (f *finder) handedIn(call *ast.CallExpr, elements map[types.Object]bool) bool {
	if !f.info.Types[call.Fun].IsValue() {
		return false
	}
	switch fun := ast.Unparen(call.Fun).(type) {
	case *ast.Ident:
		v, ok := f.info.Uses[fun].(*types.Var)
		return ok && !quiet(v.Type())
	case *ast.SelectorExpr:
		switch obj := f.info.Uses[fun.Sel].(type) {
		case *types.Var:
			return !quiet(obj.Type())
		case *types.Func: // of an interface, or Resolve had known it
			id, ok := ast.Unparen(fun.X).(*ast.Ident)
			if !ok {
				_, indexed := ast.Unparen(fun.X).(*ast.IndexExpr)
				return indexed && obj.Pkg() != nil
			}
			return elements[f.info.Uses[id]] && obj.Pkg() != nil
		}
	case *ast.IndexExpr:
		return true
	}
	return false
}

// quiet: function values that hold no code of anyone else.
func quiet(t types.Type) bool {
	switch t.String() {
	case "context.CancelFunc", "context.CancelCauseFunc", "func() time.Time":
		return true
	}
	return false
}
