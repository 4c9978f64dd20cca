// Package callback finds calls of functions that were handed in: hooks,
// plugins, handlers that someone else wrote.
package callback

import (
	"go/ast"
	"go/types"
	"regexp"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/go-race-audit/go-race-audit/lint/recovery"
	"github.com/go-race-audit/go-race-audit/lint/scope"
)

// maxDepth bounds how far calls are followed within the package.
const maxDepth = 1

// Finder knows what others plug into one package.
type Finder struct {
	info       *types.Info
	panics     *recovery.Info
	registered map[types.Object]bool // fields
	handed     map[types.Object]bool // parameters
}

// NewFinder reads the package of pass.
func NewFinder(pass *analysis.Pass, panics *recovery.Info) *Finder {
	f := &Finder{pass.TypesInfo, panics, map[types.Object]bool{}, map[types.Object]bool{}}
	f.read(importable(pass.Pkg))
	return f
}

// Call is a call of a function that someone else wrote.
type Call struct {
	Fun ast.Expr
	// Origin says where the function comes from, as a relative clause.
	Origin string
}

// Find returns the first call below root of a function that was handed in and
// that no recover on the way contains, or nil.
func (f *Finder) Find(root ast.Node) *Call {
	s := &search{f, map[*types.Func]bool{}, nil}
	s.walk(root, maxDepth)
	return s.found
}

// Value tells what a function value that is not known here is, or nil.
func (f *Finder) Value(value ast.Expr) *Call {
	switch {
	case f.isRegistered(value):
		return &Call{value, "which others register"}
	case f.named(value), f.isHanded(value):
		return &Call{value, "which was handed in"}
	}
	return nil
}

type search struct {
	*Finder
	seen  map[*types.Func]bool
	found *Call
}

func (s *search) walk(root ast.Node, depth int) {
	ast.Inspect(root, func(n ast.Node) bool {
		if s.found != nil {
			return false
		}
		switch n := n.(type) {
		case *ast.GoStmt, *ast.DeferStmt:
			return false
		case *ast.FuncLit:
			return n == root
		case *ast.CallExpr:
			target := s.panics.Resolve(n.Fun)
			switch {
			case target.Lit != nil:
				if !s.panics.LitRecovers(target.Lit) && ast.Unparen(n.Fun) == target.Lit {
					s.walk(target.Lit.Body, depth)
				}
			case target.Func != nil:
				s.inside(target.Func, depth)
			default:
				s.found = s.Value(n.Fun)
			}
		}
		return true
	})
}

// inside follows a call within the package.
func (s *search) inside(fn *types.Func, depth int) {
	decl := s.panics.Decl(fn)
	if decl == nil || depth == 0 || s.seen[fn] || s.panics.Of(fn).Recovers {
		return
	}
	s.seen[fn] = true
	s.walk(decl.Body, depth-1)
}

// extension matches the names of what others plug in. A dialer, a clock or a
// filter is handed in too, but is as much part of the code as a method: without
// the names nine of ten findings in real code were such.
var extension = regexp.MustCompile(`(?i)hook|handler|callback|^cb$|plugin|listener|subscriber|^jobs?(func)?$|^tasks?(func)?$|\.(jobs?|tasks?)$|middleware|extension|sink|sender`)

// acceptor matches methods of listeners that wait for connections or messages,
// and are not told of events.
var acceptor = regexp.MustCompile(`^(Accept|Addr|Close|Connect|Listen|Next|Ping|Read|Receive|Unlisten|Wait)`)

// logger matches what only logs.
var logger = regexp.MustCompile(`(?i)logg|^log`)

// named tells whether a function value, or a method of an interface, has a
// name, a type or an owner that says that others plug it in.
func (f *Finder) named(value ast.Expr) bool {
	if !f.info.Types[value].IsValue() || quiet(f.info.TypeOf(value)) {
		return false
	}
	names := []string{typeName(f.info.TypeOf(value))}
	switch fun := ast.Unparen(value).(type) {
	case *ast.Ident:
		if _, ok := f.info.Uses[fun].(*types.Var); !ok {
			return false
		}
		names = append(append(names, fun.Name), f.sourceNames(fun)...)
	case *ast.SelectorExpr:
		obj := f.info.Uses[fun.Sel]
		if obj == nil || obj.Pkg() == nil || standardInterface(obj) || acceptor.MatchString(fun.Sel.Name) {
			return false
		}
		names = append(names, fun.Sel.Name, typeName(f.info.TypeOf(fun.X)))
	case *ast.IndexExpr:
		names = append(names, types.ExprString(fun.X))
	default:
		return false
	}
	return slices.ContainsFunc(names, extension.MatchString) && !slices.ContainsFunc(names, logger.MatchString)
}

// sourceNames is what the value of a variable is called where it came from.
func (f *Finder) sourceNames(id *ast.Ident) []string {
	switch source := ast.Unparen(f.panics.Source(id)).(type) {
	case *ast.Ident:
		return []string{source.Name}
	case *ast.SelectorExpr:
		return []string{source.Sel.Name}
	case *ast.IndexExpr: // for _, h := range s.handlers[name]
		if inner, ok := ast.Unparen(source.X).(*ast.SelectorExpr); ok {
			return []string{inner.Sel.Name}
		}
	}
	return nil
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
