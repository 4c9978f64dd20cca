package recovery

import (
	"go/ast"
	"go/types"

	"github.com/go-race-audit/go-race-audit/lint/launch"
)

// Sites returns the launches that n makes: those of package launch, and calls
// of functions that facts know to run an argument on a goroutine.
func (r *Info) Sites(n ast.Node) []launch.Site {
	if sites := launch.Of(r.types, n); sites != nil {
		return sites
	}
	call, ok := n.(*ast.CallExpr)
	if !ok {
		return nil
	}
	fn := r.Callee(call)
	fact := r.Of(fn)
	var sites []launch.Site
	add := func(params []int, outcome launch.Outcome) {
		for _, i := range params {
			if i < len(call.Args) {
				l := launch.Launcher{Name: shortName(fn), Arg: i, Outcome: outcome}
				sites = append(sites, launch.Site{Launcher: l, Node: call, Func: call.Args[i]})
			}
		}
	}
	if fact.Launches {
		add(fact.Contains, launch.Recovered)
	}
	add(fact.Spawns, launch.EndsProcess)
	return sites
}

// Forwards tells whether n calls a function of the user's modules that starts
// the goroutine itself: the place to recover is there.
func (r *Info) Forwards(n ast.Node) bool {
	call, ok := n.(*ast.CallExpr)
	return ok && len(launch.Of(r.types, call)) == 0 && len(r.Of(r.Callee(call)).Spawns) > 0
}

// shortName is how a reader calls fn: "safego.Go", "worker.Pool.Submit".
func shortName(fn *types.Func) string {
	name := fn.Name()
	if recv := fn.Signature().Recv(); recv != nil {
		t := recv.Type()
		if p, ok := t.(*types.Pointer); ok {
			t = p.Elem()
		}
		if named, ok := t.(*types.Named); ok {
			name = named.Obj().Name() + "." + name
		}
	}
	if fn.Pkg() != nil {
		name = fn.Pkg().Name() + "." + name
	}
	return name
}
