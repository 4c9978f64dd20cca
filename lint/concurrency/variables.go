package concurrency

import (
	"go/token"
	"go/types"
	"iter"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// acrossVariables finds package variables that goroutines or handlers use.
func (a *analysis) acrossVariables() {
	for i, l := range a.loose {
		if !isGlobal(l.use) || l.use.Type == "" {
			continue
		}
		for _, fn := range a.pkg.Funcs {
			// What starts the goroutine is followed from there on; before, there is none.
			if fn != l.fn && fn.Parent() == nil && a.entry(fn) && !calls(fn, l.fn) {
				a.variableConflict(l.use, l.sp, fn)
			}
		}
		for _, o := range a.loose[i+1:] {
			if o.fn != l.fn && a.clash(l.use, o.use) {
				a.settle(nil, Conflict{Func: o.fn, Beside: l.use, Spawn: l.sp, Here: o.use, Other: o.sp, Via: ByVariable})
			}
		}
	}
	a.handlers()
	a.parallelTests()
	a.unguarded()
}

// unguarded finds package variables of a library that its exported functions
// change without a lock: its users cannot keep their goroutines apart.
func (a *analysis) unguarded() {
	if a.pkg.Pkg.Name() == "main" {
		return
	}
	seen := map[ssa.Value]bool{}
	for _, c := range a.found {
		seen[c.Here.Ref.Root] = true
	}
	for _, fn := range a.pkg.Funcs {
		if fn.Parent() != nil || !token.IsExported(fn.Name()) || a.inTest(fn.Pos()) {
			continue
		}
		for _, u := range a.summary(fn).uses {
			if !isGlobal(u) || u.Type == "" || !u.Write || len(u.Locks) > 0 || seen[u.Ref.Root] || a.onlyInits(fn) {
				continue
			}
			seen[u.Ref.Root] = true
			if a.asksPeople(u.Ref.Root.(*ssa.Global)) {
				continue
			}
			callers := &Spawn{Kind: Caller, Trail: []token.Pos{fn.Pos()}, Func: fn}
			a.found = append(a.found, Conflict{Func: fn, Beside: u, Spawn: callers, Here: u, Other: callers, Via: ByAPI})
		}
	}
}

// onlyInits tells whether the package calls fn, and only where it gives its variables
// their first values, which one goroutine does.
func (a *analysis) onlyInits(fn *ssa.Function) bool {
	start := a.pkg.Func("init")
	return calls(start, fn) && !slices.ContainsFunc(a.pkg.Funcs, func(other *ssa.Function) bool { return other != start && calls(other, fn) })
}

func calls(caller, callee *ssa.Function) bool {
	called, putOff := uses(caller, callee)
	return called || putOff
}

// callsOf are the calls of callee in caller, with those that are deferred or start a goroutine.
func callsOf(caller, callee *ssa.Function) iter.Seq[ssa.CallInstruction] {
	return func(yield func(ssa.CallInstruction) bool) {
		for _, b := range caller.Blocks {
			for _, in := range b.Instrs {
				if call, ok := in.(ssa.CallInstruction); ok && call.Common().StaticCallee() == callee && !yield(call) {
					return
				}
			}
		}
	}
}

// uses tells whether caller calls callee itself, and whether it defers it or starts a
// goroutine for it.
func uses(caller, callee *ssa.Function) (called, putOff bool) {
	for call := range callsOf(caller, callee) {
		_, itself := call.(*ssa.Call)
		called, putOff = called || itself, putOff || !itself
	}
	return called, putOff
}

// asksPeople tells whether a variable is made of os.Stdin: whoever sits there is asked one
// question at a time.
func (a *analysis) asksPeople(g *ssa.Global) bool {
	for _, b := range a.pkg.Func("init").Blocks {
		for _, in := range b.Instrs {
			store, ok := in.(*ssa.Store)
			if !ok || store.Addr != ssa.Value(g) {
				continue
			}
			if call, ok := store.Val.(*ssa.Call); ok && slices.ContainsFunc(call.Call.Args, a.isStdin) {
				return true
			}
		}
	}
	return false
}

func (a *analysis) isStdin(v ssa.Value) bool {
	root, ok := a.refs.Of(v).Root.(*ssa.Global)
	return ok && root.String() == "os.Stdin"
}

func isGlobal(u Use) bool { _, ok := u.Ref.Root.(*ssa.Global); return ok }

// entry tells whether other packages, or a server, may call fn at any time.
func (a *analysis) entry(fn *ssa.Function) bool {
	return !a.inTest(fn.Pos()) && (token.IsExported(fn.Name()) || isHandler(fn.Signature))
}

func (a *analysis) variableConflict(u Use, sp *Spawn, fn *ssa.Function) {
	for _, h := range a.summary(fn).uses {
		if isGlobal(h) && a.clash(u, h) {
			a.settle(nil, Conflict{Func: fn, Beside: u, Spawn: sp, Here: h, Via: ByVariable})
			return
		}
	}
}

// handlers finds what functions that serve requests share: package variables,
// and the fields of a ServeHTTP's receiver. Literals that capture variables are
// seen where they are made.
func (a *analysis) handlers() {
	for _, fn := range a.pkg.Funcs {
		if len(fn.FreeVars) > 0 || !isHandler(fn.Signature) || a.inTest(fn.Pos()) {
			continue
		}
		var shared []Use
		for _, u := range a.summary(fn).uses {
			if isGlobal(u) || fn.Name() == "ServeHTTP" && isField(u, fn) {
				shared = append(shared, u)
			}
		}
		sp := &Spawn{Kind: Handler, Many: true, Trail: []token.Pos{fn.Pos()}, Uses: shared}
		for i, u := range shared {
			for _, h := range shared[i:] {
				if a.clash(u, h) {
					a.settle(nil, Conflict{Func: fn, Beside: u, Spawn: sp, Here: h, Other: sp, Via: ByVariable})
				}
			}
		}
	}
}

// isField tells whether u uses a field of what the pointer receiver of fn
// points to.
func isField(u Use, fn *ssa.Function) bool {
	if fn.Signature.Recv() == nil || u.Ref.Root != ssa.Value(fn.Params[0]) || u.Ref.Path == "" {
		return false
	}
	_, ok := fn.Signature.Recv().Type().(*types.Pointer)
	return ok
}

// parallelTests finds package variables that parallel tests share.
func (a *analysis) parallelTests() {
	var tests []*ssa.Function
	for _, fn := range a.pkg.Funcs {
		if a.parallel[fn] && fn.Parent() == nil && strings.HasPrefix(fn.Name(), "Test") {
			tests = append(tests, fn)
		}
	}
	for i, one := range tests {
		for _, u := range a.summary(one).uses {
			sp := &Spawn{Kind: Subtest, Trail: []token.Pos{one.Pos()}}
			for _, other := range tests[i+1:] {
				if isGlobal(u) {
					a.variableConflict(u, sp, other)
				}
			}
		}
	}
}
