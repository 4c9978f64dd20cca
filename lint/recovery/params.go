package recovery

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/go-race-audit/go-race-audit/lint/launch"
)

// where is how a piece of code runs, seen from the function that holds it.
type where struct {
	contained bool // under a recover
	spawned   bool // on another goroutine
	repeated  bool // in a loop that goes on after it
	ends      bool // the recover ends the process
	told      bool // the recover is given a handler to tell of the panic
}

// uses collects, for each function parameter, where it runs.
type uses struct {
	*Info
	index  map[types.Object]int
	task   map[int]bool // takes nothing, or a context
	found  map[int][]where
	inside map[*ast.FuncLit]bool // being walked: a closure may call itself
}

// examineParams fills in Contains, Spawns, Launches and Tells.
func (r *Info) examineParams(decl *ast.FuncDecl, fact *Fact) {
	u := &uses{r, r.funcParams(decl), map[int]bool{}, map[int][]where{}, map[*ast.FuncLit]bool{}}
	for obj, i := range u.index {
		u.task[i] = isTask(obj.Type().Underlying().(*types.Signature))
	}
	if len(u.index) == 0 {
		return
	}
	_, ends := r.firstRecovery(decl.Body)
	u.walk(decl.Body, where{contained: fact.Recovers, ends: ends, told: r.handlerGiven(decl.Body)})
	for i, places := range u.found {
		switch {
		case !slices.ContainsFunc(places, func(w where) bool { return !w.contained }):
			fact.Contains = append(fact.Contains, i)
			if slices.ContainsFunc(places, func(w where) bool { return w.repeated }) {
				fact.Repeats = append(fact.Repeats, i)
			}
			fact.Tells = fact.Tells || slices.ContainsFunc(places, func(w where) bool { return w.told })
			fact.Launches = fact.Launches || u.task[i] && slices.ContainsFunc(places, func(w where) bool { return w.spawned && !w.ends })
		case slices.ContainsFunc(places, func(w where) bool { return w.spawned && !w.contained }):
			fact.Spawns = append(fact.Spawns, i)
		}
	}
	slices.Sort(fact.Contains)
	slices.Sort(fact.Repeats)
	slices.Sort(fact.Spawns)
}

// funcParams maps the parameters of function type to their index.
func (r *Info) funcParams(decl *ast.FuncDecl) map[types.Object]int {
	params, i := map[types.Object]int{}, 0
	for _, field := range decl.Type.Params.List {
		for _, name := range field.Names {
			if obj := r.types.Defs[name]; obj != nil {
				if _, ok := obj.Type().Underlying().(*types.Signature); ok {
					params[obj] = i
				}
			}
			i++
		}
		if len(field.Names) == 0 {
			i++
		}
	}
	return params
}

// isTask: a function to run as it is, not one that works on elements: only a
// function that takes a task is a launcher.
func isTask(sig *types.Signature) bool {
	switch sig.Params().Len() {
	case 0:
		return true
	case 1:
		return sig.Params().At(0).Type().String() == "context.Context"
	}
	return false
}

// walk looks for uses below root, which runs as at says.
func (u *uses) walk(root ast.Node, at where) {
	ast.Inspect(root, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return n == root // others are walked where they are handed over
		case *ast.GoStmt:
			u.call(n.Call, where{spawned: true})
			return false
		case *ast.ForStmt:
			if n.Init == nil && n.Post == nil && !at.repeated && !at.contained {
				again := at
				again.repeated = true
				u.walk(n.Body, again)
				return false
			}
		case *ast.CallExpr:
			u.call(n, at)
			return false
		}
		return true
	})
}

// call looks at one call that is made as at says.
func (u *uses) call(call *ast.CallExpr, at where) {
	u.run(call.Fun, at)
	var fact Fact
	if fn := u.Callee(call); fn != nil {
		fact = *u.Of(fn)
		if l, ok := launch.Lookup(fn); ok && l.Trigger != launch.TriggerRequest {
			if l.Outcome == launch.EndsProcess {
				fact.Spawns = []int{l.Arg}
			} else {
				fact.Contains, fact.Launches = []int{l.Arg}, true
			}
		}
	}
	for i, arg := range call.Args {
		switch {
		case fact.contains(i):
			u.run(arg, where{contained: true, spawned: at.spawned || fact.Launches, repeated: at.repeated || fact.RunsAgain(i), ends: at.ends, told: at.told || fact.Tells})
		case fact.spawns(i):
			u.run(arg, where{spawned: true})
		default:
			u.inspectArg(arg, at)
		}
	}
}

// inspectArg: a literal handed to a function that is not known to start a
// goroutine is taken to run in place; a parameter handed on proves nothing.
func (u *uses) inspectArg(arg ast.Expr, at where) {
	if lit, ok := ast.Unparen(arg).(*ast.FuncLit); ok {
		u.run(lit, at)
		return
	}
	u.walk(arg, at)
}

// run notes that the function expr runs as at says.
func (u *uses) run(expr ast.Expr, at where) {
	switch e := ast.Unparen(expr).(type) {
	case *ast.Ident:
		if i, ok := u.index[u.types.Uses[e]]; ok {
			u.found[i] = append(u.found[i], at)
			return
		}
		if lit := u.closures[u.types.Uses[e]]; lit != nil {
			u.run(lit, at)
		}
	case *ast.FuncLit:
		if u.inside[e] {
			return
		}
		u.inside[e] = true
		if !at.contained && u.litRecovers(e) {
			at.contained = true
			_, at.ends = u.firstRecovery(e.Body)
			at.told = u.handlerGiven(e.Body)
		}
		u.walk(e.Body, at)
		delete(u.inside, e)
	default:
		u.walk(expr, at)
	}
}
