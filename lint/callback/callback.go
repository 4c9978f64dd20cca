// Package callback finds calls of functions that were handed in: hooks,
// plugins, handlers that someone else wrote.
package callback

import (
	"go/ast"
	"go/types"
	"regexp"
	"slices"

	"github.com/go-race-audit/go-race-audit/lint/recovery"
	"github.com/go-race-audit/go-race-audit/lint/scope"
)

// maxDepth bounds how far calls are followed within the package.
const maxDepth = 1

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
			case f.handedIn(n):
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

// extension matches the names of what others plug in. A dialer, a clock or a
// filter is handed in too, but is as much part of the code as a method: without
// the names nine of ten findings in real code were such.
var extension = regexp.MustCompile(`(?i)hook|handler|callback|plugin|listener|subscriber|^jobs?(func)?$|^tasks?(func)?$|\.(jobs?|tasks?)$|middleware|extension`)

// acceptor are the methods of listeners that wait for connections, not events.
var acceptor = map[string]bool{"Accept": true, "Addr": true, "Close": true}

// logger matches what only logs.
var logger = regexp.MustCompile(`(?i)logg|^log`)

// handedIn: a call of a value that others plug in.
func (f *finder) handedIn(call *ast.CallExpr) bool {
	return Named(f.info, call.Fun)
}

// Named tells whether a function value, or a method of an interface, has a
// name, a type or an owner that says that others plug it in.
func Named(info *types.Info, value ast.Expr) bool {
	if !info.Types[value].IsValue() || quiet(info.TypeOf(value)) {
		return false
	}
	names := []string{typeName(info.TypeOf(value))}
	switch fun := ast.Unparen(value).(type) {
	case *ast.Ident:
		if _, ok := info.Uses[fun].(*types.Var); !ok {
			return false
		}
		names = append(names, fun.Name)
	case *ast.SelectorExpr:
		obj := info.Uses[fun.Sel]
		if obj == nil || obj.Pkg() == nil || standardInterface(obj) {
			return false
		}
		if acceptor[fun.Sel.Name] {
			return false
		}
		names = append(names, fun.Sel.Name, typeName(info.TypeOf(fun.X)))
	case *ast.IndexExpr:
		names = append(names, types.ExprString(fun.X))
	default:
		return false
	}
	return slices.ContainsFunc(names, extension.MatchString) && !slices.ContainsFunc(names, logger.MatchString)
}

// typeName is the bare name of a named type, behind a pointer or not.
func typeName(t types.Type) string {
	if p, ok := t.(*types.Pointer); ok {
		t = p.Elem()
	}
	switch t := t.(type) {
	case *types.Named:
		return t.Obj().Name()
	case *types.Alias:
		return t.Obj().Name()
	}
	return ""
}

// standardInterface: a method of an interface of the standard library, such as
// slog.Handler, is seldom someone's plugin.
func standardInterface(obj types.Object) bool {
	_, method := obj.(*types.Func)
	return method && scope.Standard(obj.Pkg().Path())
}

// quiet: function values that hold no code of anyone else.
func quiet(t types.Type) bool {
	switch t.String() {
	case "context.CancelFunc", "context.CancelCauseFunc":
		return true
	}
	sig, ok := t.Underlying().(*types.Signature)
	if !ok || sig.Params().Len() > 0 || sig.Results().Len() != 1 {
		return false
	}
	return sig.Results().At(0).Type().String() != "error" // a getter: a clock, a size
}
