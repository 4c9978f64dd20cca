package callback

import (
	"go/ast"
	"go/token"
	"go/types"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/go-race-audit/go-race-audit/lint/scope"
	"github.com/go-race-audit/go-race-audit/lint/syntax"
)

// origins are the values that the package itself, outside its tests, gives to fields,
// to the parameters of its unexported functions and to those of other packages.
type origins map[*types.Var][]ast.Expr

// readOrigins reads the package.
func (f *Finder) readOrigins(pass *analysis.Pass) {
	defaults := map[*ast.AssignStmt]bool{}
	var calls []*ast.CallExpr
	read := func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.IfStmt:
			for _, assign := range fillsIn(n) {
				defaults[assign] = true
			}
		case *ast.SendStmt:
			if channel, ok := f.variable(n.Chan); ok {
				f.sent[channel.Origin()] = append(f.sent[channel.Origin()], n.Value)
			}
		case *ast.RangeStmt:
			f.receive(n.Key, n.X)
		case *ast.AssignStmt:
			if receive, ok := ast.Unparen(n.Rhs[0]).(*ast.UnaryExpr); ok && receive.Op == token.ARROW {
				f.receive(n.Lhs[0], receive.X)
			}
			f.make(n)
			for i, left := range n.Lhs {
				if len(n.Lhs) == len(n.Rhs) && !defaults[n] {
					f.assign(left, n.Rhs[i])
				}
			}
		case *ast.ValueSpec:
			for i, name := range n.Names {
				if len(n.Names) == len(n.Values) {
					f.give(f.info.Defs[name], n.Values[i])
				}
			}
		case *ast.KeyValueExpr:
			if key, ok := n.Key.(*ast.Ident); ok {
				f.give(f.info.Uses[key], n.Value)
			}
		case *ast.CallExpr:
			calls = append(calls, n)
		}
		return true
	}
	for _, file := range pass.Files {
		if !scope.TestFile(pass.Fset, file.Pos()) {
			ast.Inspect(file, read)
		}
	}
	for _, call := range calls {
		for _, callee := range f.callees(call) {
			f.arguments(callee, call.Args)
		}
	}
}

// receive notes that the variable that name declares comes out of a channel.
func (f *Finder) receive(name, channel ast.Expr) {
	if id, ok := name.(*ast.Ident); ok {
		if obj := f.info.Defs[id]; obj != nil {
			f.received[obj] = channel
		}
	}
}

// constructor matches functions that make what they return.
var constructor = regexp.MustCompile(`^(Create|Make|New|Open|Start)`)

// make notes `task, err := c.NewTask()`.
func (f *Finder) make(assign *ast.AssignStmt) {
	call, ok := ast.Unparen(assign.Rhs[0]).(*ast.CallExpr)
	id, plain := assign.Lhs[0].(*ast.Ident)
	if ok && plain && f.info.Defs[id] != nil && constructor.MatchString(syntax.CalledName(call)) {
		f.made[f.info.Defs[id]] = true
	}
}

// contained tells whether value comes out of a channel into which the package sends
// nothing but functions that recover.
func (f *Finder) contained(value ast.Expr) bool {
	v, ok := f.variable(value)
	if !ok {
		return false
	}
	channel, ok := f.variable(f.received[v])
	if !ok || channel.Exported() || len(f.sent[channel.Origin()]) == 0 {
		return false
	}
	return !slices.ContainsFunc(f.sent[channel.Origin()], func(sent ast.Expr) bool {
		target := f.panics.Resolve(sent)
		return !(target.Lit != nil && f.panics.LitRecovers(target.Lit) || f.panics.Of(target.Func).Recovers)
	})
}

// callees are the function that is called, or those that a field holds which is.
func (f *Finder) callees(call *ast.CallExpr) []*types.Func {
	if callee, ok := typeutil.Callee(f.info, call).(*types.Func); ok {
		return []*types.Func{callee}
	}
	v, ok := f.variable(call.Fun)
	if !ok {
		return nil
	}
	var found []*types.Func
	for _, value := range f.origins[v.Origin()] {
		if fn := f.panics.Resolve(value).Func; fn != nil {
			found = append(found, fn)
		}
	}
	return found
}

// fillsIn are the statements of `if x.f == nil { x.f = … }`: a default, for where others
// give nothing.
func fillsIn(branch *ast.IfStmt) []*ast.AssignStmt {
	cond, ok := branch.Cond.(*ast.BinaryExpr)
	if !ok || cond.Op != token.EQL {
		return nil
	}
	var found []*ast.AssignStmt
	for _, stmt := range branch.Body.List {
		if assign, ok := stmt.(*ast.AssignStmt); ok && types.ExprString(assign.Lhs[0]) == types.ExprString(cond.X) {
			found = append(found, assign)
		}
	}
	return found
}

// assign notes what a field, or an element of one, is set to, or what is appended.
func (f *Finder) assign(left, right ast.Expr) {
	field := fieldOf(f.info, left)
	if call, ok := ast.Unparen(right).(*ast.CallExpr); ok && syntax.IsBuiltin(f.info, call, "append") {
		for _, added := range call.Args[1:] {
			f.give(field, added)
		}
		return
	}
	f.give(field, right)
	if outer, ok := ast.Unparen(left).(*ast.SelectorExpr); ok && fieldOf(f.info, outer.X) != nil {
		if v, ok := field.(*types.Var); ok {
			f.wired[v] = append(f.wired[v], right)
		}
	}
}

// arguments notes what a call gives to parameters that others cannot set, or that
// belong to another package.
func (f *Finder) arguments(callee *types.Func, args []ast.Expr) {
	if callee.Pkg() == nil || scope.Standard(callee.Pkg().Path()) || callee.Pkg() == f.pkg && (f.panics.Decl(callee) == nil || reachable(callee)) {
		return
	}
	params := callee.Origin().Signature().Params()
	for i, arg := range args {
		if i < params.Len() { // f(g()) gives several
			f.give(params.At(i), arg)
		}
	}
}

// give notes that a variable is given a function, or a value with methods, or several.
func (f *Finder) give(obj types.Object, value ast.Expr) {
	v, ok := obj.(*types.Var)
	if !ok || v.Pkg() == nil || f.info.Types[value].IsNil() || !pluggable(held(v.Type())) {
		return
	}
	if several, ok := ast.Unparen(value).(*ast.CompositeLit); ok && held(v.Type()) != v.Type() {
		for _, element := range several.Elts {
			if pair, ok := element.(*ast.KeyValueExpr); ok {
				element = pair.Value
			}
			f.give(v, element)
		}
		return
	}
	f.origins[v.Origin()] = append(f.origins[v.Origin()], value)
}

// held is what a map or a slice holds, or t itself.
func held(t types.Type) types.Type {
	if m, ok := t.Underlying().(*types.Map); ok {
		t = m.Elem()
	}
	return element(t)
}

// own tells whether all that a variable of the package is given are functions that
// the package wrote.
func (f *Finder) own(v *types.Var, depth int) bool {
	given := f.origins[v.Origin()]
	if len(given) == 0 || depth == 0 || v.IsField() && v.Exported() || held(v.Type()) != v.Type() {
		return false
	}
	return !slices.ContainsFunc(given, func(value ast.Expr) bool { return !f.written(value, depth-1) })
}

// ours tells whether a package belongs to the module of this one.
func (f *Finder) ours(pkg *types.Package) bool {
	return pkg == f.pkg || f.module != "" && strings.HasPrefix(pkg.Path()+"/", f.module+"/")
}

// written tells whether value is a function that is declared somewhere, or made by the module, or
// has a type whose methods are known.
func (f *Finder) written(value ast.Expr, depth int) bool {
	if target := f.panics.Resolve(value); target.Lit != nil || target.Func != nil {
		return true
	}
	t := f.info.TypeOf(value)
	if !types.IsInterface(t) && !function(t) {
		return true
	}
	if call, ok := ast.Unparen(value).(*ast.CallExpr); ok { // it makes one
		callee := f.panics.Callee(call)
		return callee != nil && callee.Pkg() != nil && f.ours(callee.Pkg())
	}
	v, ok := f.variable(value)
	return ok && f.own(v, depth)
}
