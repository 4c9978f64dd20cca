package recovery

import (
	"go/ast"
	"go/token"
	"go/types"
	"reflect"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/go-race-audit/go-race-audit/lint/launch"
	"github.com/go-race-audit/go-race-audit/lint/scope"
)

// Analyzer exports a Fact for each function of the user's modules that
// promises something; its result is *Info.
var Analyzer = &analysis.Analyzer{
	Name:       "recovery",
	Doc:        "know which functions contain panics",
	FactTypes:  []analysis.Fact{new(Fact)},
	ResultType: reflect.TypeFor[*Info](),
	Run:        run,
}

// Info answers questions about the functions a package declares and calls. It
// does not change once the analyzer has run, so several analyzers may share it.
type Info struct {
	pass     *analysis.Pass
	types    *types.Info
	decls    map[*types.Func]*ast.FuncDecl
	ordered  []*types.Func         // of decls, as in the source
	facts    map[*types.Func]*Fact // nil while its function is being looked at
	lits     map[*ast.FuncLit]bool // whether it recovers; false while it is being looked at
	closures launch.Closures
	helpers  []*types.Func                // without parameters or receiver, known here
	closes   map[types.Object][]token.Pos // close(ch) calls per channel variable or field
	waits    map[ast.Node][]token.Pos     // calls of Wait, of a sync.WaitGroup or the like, in each function
	bodies   []ast.Node                   // all functions and literals, as in the source
	handed   map[types.Object]bool        // parameters, and the variables of range loops
	sources  map[types.Object]ast.Expr    // what a variable is an element of, or an argument for
	counts   map[types.Object]bool        // how much a reader has put into a buffer
	indexes  map[types.Object]string      // the key of a range loop, and what it goes through
	counters map[types.Object]bool        // what a loop counts
	lookedUp map[types.Object]bool        // a pointer from a map, that may not hold it
	taken    map[types.Object]bool        // what comes out of a pool
	asked    map[ast.Node]bool            // what its function asks about: indexing of a length, pointers of nil
	ending   map[*types.Func]bool         // of dependencies: recovers and ends the process
}

func run(pass *analysis.Pass) (any, error) {
	r := &Info{
		pass: pass, types: pass.TypesInfo, decls: map[*types.Func]*ast.FuncDecl{},
		facts: map[*types.Func]*Fact{}, lits: map[*ast.FuncLit]bool{}, closes: map[types.Object][]token.Pos{}, waits: map[ast.Node][]token.Pos{}, handed: map[types.Object]bool{},
		sources: map[types.Object]ast.Expr{}, counts: map[types.Object]bool{}, indexes: map[types.Object]string{}, counters: map[types.Object]bool{}, lookedUp: map[types.Object]bool{}, taken: map[types.Object]bool{}, asked: map[ast.Node]bool{}, ending: map[*types.Func]bool{},
	}
	if !scope.Own(pass) {
		return r, nil
	}
	r.closures = launch.NewClosures(pass.TypesInfo, pass.Files)
	for _, file := range pass.Files {
		for _, decl := range file.Decls {
			r.noteAsked(decl)
			if d, ok := decl.(*ast.FuncDecl); ok && d.Body != nil {
				if fn, ok := pass.TypesInfo.Defs[d.Name].(*types.Func); ok {
					r.decls[fn] = d
					r.ordered = append(r.ordered, fn)
				}
			}
		}
		r.noteCloses(file)
	}
	for _, file := range pass.Files {
		r.noteDependencies(file)
	}
	for _, fn := range r.ordered {
		if fact := r.Of(fn); !fact.empty() {
			pass.ExportObjectFact(fn, fact)
		}
	}
	r.collectHelpers()
	for _, file := range pass.Files { // nothing is computed later, by several analyzers at once
		ast.Inspect(file, func(n ast.Node) bool {
			if lit, ok := n.(*ast.FuncLit); ok {
				r.litRecovers(lit)
			}
			return true
		})
	}
	return r, nil
}

// Of returns the fact of fn, which is never nil.
func (r *Info) Of(fn *types.Func) *Fact {
	if fn == nil {
		return new(Fact)
	}
	fn = fn.Origin()
	if fact, ok := r.facts[fn]; ok {
		if fact == nil { // recursive: promise nothing
			return new(Fact)
		}
		return fact
	}
	if decl := r.decls[fn]; decl != nil {
		r.facts[fn] = nil
		fact := r.examine(decl)
		r.facts[fn] = fact
		return fact
	}
	fact := new(Fact)
	if known, ok := elsewhere[launch.FullName(fn)]; ok {
		return &known
	}
	if fn.Pkg() != nil && fn.Pkg() != r.pass.Pkg {
		r.pass.ImportObjectFact(fn, fact)
	}
	return fact
}

// examine makes the fact of a declared function.
func (r *Info) examine(decl *ast.FuncDecl) *Fact {
	fact := new(Fact)
	fact.Helper, fact.Rethrows = r.recoverCall(decl.Body)
	fact.OnlyRecovers = (fact.Helper || fact.Rethrows) && r.onlyRecovers(decl.Body)
	fact.MayEnd = fact.Helper && r.exits(decl.Body, maxEndingCalls)
	fact.Tells = fact.Helper && r.Tells(decl.Body)
	fact.Recovers = r.recovers(decl.Body)
	fact.MayRecover = r.mayRecover(decl.Body)
	fact.RecoversLate = !fact.Recovers && r.recoversLate(decl.Body)
	fact.Harmless = r.Risk(decl.Body) == nil
	fact.Extent = r.Measure(decl.Body)
	inspectShallow(decl.Body, func(n ast.Node) bool {
		ret, ok := n.(*ast.ReturnStmt)
		if !ok || len(ret.Results) != 1 {
			return true
		}
		if lit := r.closures.Resolve(r.types, ret.Results[0]).Lit; lit != nil {
			helper, _ := r.recoverCall(lit.Body)
			fact.ReturnsHelper = fact.ReturnsHelper || helper
			fact.ReturnsRecovering = fact.ReturnsRecovering || r.litRecovers(lit)
		}
		return true
	})
	r.examineParams(decl, fact)
	return fact
}

// Decl returns the declaration of fn, if it is in this package.
func (r *Info) Decl(fn *types.Func) *ast.FuncDecl {
	if fn == nil {
		return nil
	}
	return r.decls[fn.Origin()]
}

// Declared returns all declared functions, in the order of the source.
func (r *Info) Declared() []*types.Func { return r.ordered }

// Resolve finds the function behind expr.
func (r *Info) Resolve(expr ast.Expr) launch.Target { return r.closures.Resolve(r.types, expr) }

// Callee returns the declared function or concrete method that is called, nil
// if it is known at run time only.
func (r *Info) Callee(call *ast.CallExpr) *types.Func { return typeutil.StaticCallee(r.types, call) }

// Function is the object of a declaration.
func (r *Info) Function(decl *ast.FuncDecl) *types.Func {
	fn, _ := r.types.Defs[decl.Name].(*types.Func)
	return fn
}

// Closures are the variables that hold one function literal only.
func (r *Info) Closures() launch.Closures { return r.closures }
