package recovery

import (
	"go/ast"
	"go/types"
	"regexp"
	"slices"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/go-race-audit/go-race-audit/lint/syntax"
)

// metrics matches packages of metrics, which people are alerted by.
var metrics = regexp.MustCompile(`(^|/)(prometheus|(go-)?metrics|statsd|otel/metric)(/|$)`)

// hook matches the names of functions that are there to be told of something.
var hook = regexp.MustCompile(`(?i:hook|callback|handle)|^[oO]n[A-Z]`)

// panicHandler matches what a recovery is given to tell of the panic.
var panicHandler = regexp.MustCompile(`(?i)(panic|crash|recovery?)(handler|hook|func|reporter)$`)

// Tells tells whether what recovers below root counts the panic in a metric, or tells a hook or a
// handler of it.
func (r *Info) Tells(root ast.Node) bool {
	return r.Does(root, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return false
		}
		switch callee := typeutil.Callee(r.types, call).(type) {
		case *types.Func:
			return callee.Pkg() != nil && metrics.MatchString(callee.Pkg().Path()) || r.Of(callee).Tells
		case *types.Var:
			return hook.MatchString(callee.Name())
		}
		return false
	})
}

// GivenHandler tells whether call is given what says, by its name or by that of its type, that it
// is told of panics.
func (r *Info) GivenHandler(call *ast.CallExpr) bool {
	return slices.ContainsFunc(call.Args, func(arg ast.Expr) bool {
		return panicHandler.MatchString(syntax.TypeName(r.types.TypeOf(arg))) || panicHandler.MatchString(types.ExprString(arg))
	})
}

// handlerGiven: what body defers to recover is given a handler to tell of the panic.
func (r *Info) handlerGiven(body *ast.BlockStmt) bool {
	d := r.Recovery(body)
	return d != nil && r.GivenHandler(d.Call)
}

// Does tells whether root, or a function known here that it calls, does what is wanted.
func (r *Info) Does(root ast.Node, wanted func(n ast.Node) bool) bool {
	found := false
	visited := map[*ast.BlockStmt]bool{}
	var look func(root ast.Node)
	look = func(root ast.Node) {
		ast.Inspect(root, func(n ast.Node) bool {
			found = found || n != nil && wanted(n)
			if call, ok := n.(*ast.CallExpr); ok && !found {
				if body := r.bodyOf(call); body != nil && !visited[body] {
					visited[body] = true
					look(body)
				}
			}
			return !found
		})
	}
	look(root)
	return found
}

// bodyOf is what a call runs, where that is known here: a function of the package, or
// a literal that a variable holds.
func (r *Info) bodyOf(call *ast.CallExpr) *ast.BlockStmt {
	target := r.Resolve(call.Fun)
	if target.Lit != nil {
		return target.Lit.Body
	}
	if decl := r.Decl(target.Func); decl != nil {
		return decl.Body
	}
	return nil
}
