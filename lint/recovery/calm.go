package recovery

import (
	"go/ast"
	"go/types"
	"regexp"
	"slices"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/go-race-audit/go-race-audit/lint/scope"
)

// Calm tells whether nothing below root works on what could be other than expected: neither it
// nor what it calls in the module indexes, asserts, parses, encodes, or calls what it was
// handed or a method of an interface other than those of the standard library. What
// dependencies do is not looked at, unless it is named as parsing or encoding: they are taken
// to return an error where something is wrong. What is logged does not count.
func (r *Info) Calm(root ast.Node) bool {
	calm := true
	ast.Inspect(root, func(n ast.Node) bool {
		switch n := n.(type) {
		case nil, *ast.GoStmt:
			return false
		case *ast.StarExpr, *ast.SendStmt: // of what the code made itself, most often
			return calm
		case *ast.CallExpr:
			if r.isLog(n) { // what is logged is beside the work
				return false
			}
			calm = calm && r.calmCall(n, root)
		default:
			calm = calm && !r.operation(n)
		}
		return calm
	})
	return calm
}

// codec matches functions that take apart what they are given, or put it together.
var codec = regexp.MustCompile(`(?i)marshal|encod|decod|pars|serializ|json|xml|yaml|crypt|render|^(execute|scan|sign$|unpack|serve)`)

func (r *Info) calmCall(call *ast.CallExpr, root ast.Node) bool {
	if r.types.Types[call.Fun].IsType() || r.builtin(call) != "" {
		return r.builtin(call) != "panic"
	}
	handedOn := slices.ContainsFunc(call.Args, func(arg ast.Expr) bool { return isFunction(r.types.TypeOf(arg)) && !r.calmValue(arg, root) })
	if fn, ok := typeutil.Callee(r.types, call).(*types.Func); ok {
		return !handedOn && r.calmFunction(fn)
	}
	return !handedOn && r.calmValue(call.Fun, root)
}

// calmValue tells whether what a function value runs is Calm: a literal below root is looked
// at where it stands.
func (r *Info) calmValue(value ast.Expr, root ast.Node) bool {
	target := r.Resolve(value)
	switch {
	case target.Lit != nil:
		return root.Pos() <= target.Lit.Pos() && target.Lit.End() <= root.End() || r.LitRecovers(target.Lit)
	case target.Func != nil:
		return r.calmFunction(target.Func)
	}
	return harmlessValue(r.types.TypeOf(value))
}

func isFunction(t types.Type) bool {
	if t == nil {
		return false
	}
	_, ok := t.Underlying().(*types.Signature)
	return ok
}

// calmFunction tells whether fn is Calm, as far as is known of it.
func (r *Info) calmFunction(fn *types.Func) bool {
	standard := scope.Standard(pathOf(fn))
	switch fact := r.Of(fn); {
	case fact.Harmless, fact.Calm, fact.Recovers:
		return true
	case r.Decl(fn) != nil, !standard && r.ownModule(fn):
		return false
	case !standard && isMethodOfInterface(fn):
		return harmlessElsewhere(fn)
	}
	return !codec.MatchString(fn.Name()) && harmlessStandard(pathOf(fn), fn.Name())
}

// isLog tells whether call only logs or counts something.
func (r *Info) isLog(call *ast.CallExpr) bool {
	fn, ok := typeutil.Callee(r.types, call).(*types.Func)
	return ok && fn.Pkg() != nil && r.Decl(fn) == nil && logs(fn)
}

// pathOf is the path of a function's package, "" for those of the language itself.
func pathOf(fn *types.Func) string {
	if fn.Pkg() == nil {
		return ""
	}
	return fn.Pkg().Path()
}

func isMethodOfInterface(fn *types.Func) bool {
	recv := fn.Signature().Recv()
	return recv != nil && types.IsInterface(recv.Type())
}
