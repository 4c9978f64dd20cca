package recovery

import (
	"go/ast"
	"go/token"
	"go/types"
	"reflect"
	"sort"

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
	bodies   []ast.Node                   // all functions and literals, as in the source
}

func run(pass *analysis.Pass) (any, error) {
	r := &Info{
		pass: pass, types: pass.TypesInfo, decls: map[*types.Func]*ast.FuncDecl{},
		facts: map[*types.Func]*Fact{}, lits: map[*ast.FuncLit]bool{}, closes: map[types.Object][]token.Pos{},
	}
	if !scope.Own(pass) {
		return r, nil
	}
	r.closures = launch.NewClosures(pass.TypesInfo, pass.Files)
	for _, file := range pass.Files {
		for _, decl := range file.Decls {
			if d, ok := decl.(*ast.FuncDecl); ok && d.Body != nil {
				if fn, ok := pass.TypesInfo.Defs[d.Name].(*types.Func); ok {
					r.decls[fn] = d
					r.ordered = append(r.ordered, fn)
				}
			}
		}
		r.noteCloses(file)
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

// noteCloses notes which channels are closed anywhere in the package, and where
// functions lie.
func (r *Info) noteCloses(file *ast.File) {
	ast.Inspect(file, func(n ast.Node) bool {
		switch n.(type) {
		case *ast.FuncDecl, *ast.FuncLit:
			r.bodies = append(r.bodies, n)
		}
		if call, ok := n.(*ast.CallExpr); ok && r.builtin(call) == "close" && len(call.Args) == 1 {
			if obj := r.variable(call.Args[0]); obj != nil {
				r.closes[obj] = append(r.closes[obj], call.Pos())
			}
		}
		return true
	})
}

// closedElsewhere tells whether the channel is closed by another function than
// the one at pos: a goroutine that sends and closes itself is right.
func (r *Info) closedElsewhere(channel ast.Expr, pos token.Pos) bool {
	obj := r.variable(channel)
	if obj == nil {
		return false
	}
	for _, at := range r.closes[obj] {
		if at != pos && r.innermost(at) != r.innermost(pos) {
			return true
		}
	}
	return false
}

// innermost is the function around pos. Later ones in the source are inside
// earlier ones.
func (r *Info) innermost(pos token.Pos) ast.Node {
	var found ast.Node
	for _, body := range r.bodies {
		if body.Pos() <= pos && pos < body.End() {
			found = body
		}
	}
	return found
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
	fact.Recovers = r.recovers(decl.Body)
	fact.Harmless = r.Risk(decl.Body) == nil
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

// builtin is the name of the builtin that is called, or "".
func (r *Info) builtin(call *ast.CallExpr) string {
	if id, ok := ast.Unparen(call.Fun).(*ast.Ident); ok {
		if b, ok := r.types.Uses[id].(*types.Builtin); ok {
			return b.Name()
		}
	}
	return ""
}

// variable is the variable or field that expr names, nil for other expressions.
func (r *Info) variable(expr ast.Expr) types.Object {
	switch e := ast.Unparen(expr).(type) {
	case *ast.Ident:
		if v, ok := r.types.ObjectOf(e).(*types.Var); ok {
			return v
		}
	case *ast.SelectorExpr:
		if v, ok := r.types.Uses[e.Sel].(*types.Var); ok {
			return v
		}
	case *ast.UnaryExpr:
		if e.Op == token.MUL {
			return r.variable(e.X)
		}
	}
	return nil
}

// inspectShallow walks root without entering function literals below it.
func inspectShallow(root ast.Node, visit func(ast.Node) bool) {
	ast.Inspect(root, func(n ast.Node) bool {
		if n == nil {
			return false
		}
		if _, ok := n.(*ast.FuncLit); ok && n != root {
			return false
		}
		return visit(n)
	})
}

// Function is the object of a declaration.
func (r *Info) Function(decl *ast.FuncDecl) *types.Func {
	fn, _ := r.types.Defs[decl.Name].(*types.Func)
	return fn
}

// collectHelpers finds the functions of the user's modules that are enough to
// defer, own ones first.
func (r *Info) collectHelpers() {
	add := func(fn *types.Func, fact *Fact) {
		sig := fn.Signature()
		if fact.Helper && sig.Recv() == nil && sig.Params().Len() == 0 && sig.TypeParams() == nil {
			r.helpers = append(r.helpers, fn)
		}
	}
	for _, fn := range r.ordered {
		add(fn, r.facts[fn])
	}
	own := len(r.helpers)
	for _, known := range r.pass.AllObjectFacts() {
		if fn, ok := known.Object.(*types.Func); ok && fn.Pkg() != r.pass.Pkg {
			add(fn, known.Fact.(*Fact))
		}
	}
	sort.Slice(r.helpers[own:], func(i, j int) bool {
		return r.helpers[own+i].FullName() < r.helpers[own+j].FullName()
	})
}

// Helpers returns functions without parameters of the user's modules that
// contain a panic when deferred.
func (r *Info) Helpers() []*types.Func { return r.helpers }

// Closures are the variables that hold one function literal only.
func (r *Info) Closures() launch.Closures { return r.closures }
