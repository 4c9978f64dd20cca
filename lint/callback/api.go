package callback

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/types/objectpath"
)

// api are the variables through which other modules can give a package something:
// the exported fields of its exported structs, and the parameters of the functions
// that they can call.
type api map[*types.Var]bool

// readAPI reads the package. One that only the module itself can use has none.
func (f *Finder) readAPI() {
	if !importable(f.pkg) {
		return
	}
	for _, name := range f.pkg.Scope().Names() {
		obj := f.pkg.Scope().Lookup(name)
		if v, ok := obj.(*types.Var); ok && v.Exported() {
			f.api[v] = true
		}
		if t, ok := obj.(*types.TypeName); ok && t.Exported() {
			f.addFields(t.Type())
		}
	}
	for _, fn := range f.panics.Declared() {
		if reachable(fn) {
			for v := range fn.Signature().Params().Variables() {
				f.api[v] = true
			}
		}
	}
}

// addFields adds the exported fields of a struct.
func (f *Finder) addFields(t types.Type) {
	s, ok := t.Underlying().(*types.Struct)
	if !ok {
		return
	}
	for v := range s.Fields() {
		if v.Exported() {
			f.api[v.Origin()] = true
		}
	}
}

// trace is where a value may come from.
type trace struct {
	*Finder
	seen map[*types.Var]bool
	// entrances are the variables of an API that it may come in by.
	entrances []*types.Var
	// lost: some way ends where the source does not tell.
	lost bool
	// unset: some way ends at a field that only the package could fill in, and does not.
	unset bool
}

// trace follows what fun calls, or the value that fun is a method of.
func (f *Finder) trace(fun ast.Expr) *trace {
	t := &trace{Finder: f, seen: map[*types.Var]bool{}}
	if method, ok := f.method(fun); ok {
		fun = method.X
	}
	t.follow(fun)
	return t
}

func (t *trace) follow(value ast.Expr) {
	if index, ok := ast.Unparen(value).(*ast.IndexExpr); ok {
		t.follow(index.X)
		return
	}
	v, ok := t.variable(value)
	if !ok {
		t.lost = t.lost || !t.wrote(value)
		return
	}
	if v = v.Origin(); t.seen[v] {
		return
	}
	t.seen[v] = true
	source, given := t.panics.Source(value), t.origins[v]
	switch {
	case t.api[v], v.IsField() && v.Pkg() != t.pkg && v.Exported() && importable(v.Pkg()):
		t.entrances = append(t.entrances, v)
	case source == nil && len(given) == 0:
		t.lost, t.unset = true, t.unset || t.isUnset(v)
	}
	if source != nil {
		t.follow(source)
	}
	for _, value := range given {
		t.follow(value)
	}
}

// isUnset: a field that nobody but the package can fill in, and the package does not: it is
// there for code that is still to be written, or to come from elsewhere.
func (f *Finder) isUnset(v *types.Var) bool {
	return v.IsField() && !v.Exported() && v.Pkg() == f.pkg && len(f.origins[v.Origin()]) == 0
}

// open tells whether others can write what fun calls: its type is exported by a
// package that they can import, or it may come in through such a package's API.
func (t *trace) open(fun ast.Expr) bool {
	if len(t.entrances) > 0 || t.lost && !t.internal || t.unset || exportedType(t.info.TypeOf(fun)) {
		return true
	}
	method, ok := t.method(fun)
	return ok && exportedType(t.info.TypeOf(method.X))
}

// method is fun as a method that is selected from a value.
func (f *Finder) method(fun ast.Expr) (*ast.SelectorExpr, bool) {
	method, ok := ast.Unparen(fun).(*ast.SelectorExpr)
	return method, ok && isMethod(f.info.Uses[method.Sel])
}

// exportedType: others can name the type.
func exportedType(t types.Type) bool {
	if p, ok := t.(*types.Pointer); ok {
		t = p.Elem()
	}
	var obj *types.TypeName
	switch t := t.(type) {
	case *types.Named:
		obj = t.Obj()
	case *types.Alias:
		obj = t.Obj()
	default:
		return false
	}
	return obj.Exported() && obj.Pkg() != nil && importable(obj.Pkg())
}

// keys name variables for other packages.
func keys(vars []*types.Var) []string {
	var names []string
	for _, v := range vars {
		if path, err := objectpath.For(v); err == nil && v.Pkg() != nil {
			names = append(names, v.Pkg().Path()+" "+string(path))
		}
	}
	return names
}

// Gives names the variables of other packages' APIs, and of its own parts, to which the
// package, if it belongs to the product, gives functions or values of its own that call
// nothing of anyone else.
func (f *Finder) Gives() []string {
	if !f.product {
		return nil
	}
	var given []*types.Var
	for v, values := range f.origins {
		if v.Pkg() != f.pkg && slices.ContainsFunc(values, f.wrote) || slices.ContainsFunc(f.wired[v], f.wrote) {
			given = append(given, v)
		}
	}
	names := keys(given)
	slices.Sort(names)
	return names
}

// wrote tells whether value is the package's own, or made of nothing else, and calls
// nothing of anyone else.
func (f *Finder) wrote(value ast.Expr) bool {
	target := f.panics.Resolve(value)
	switch decl := f.panics.Decl(target.Func); {
	case target.Lit != nil:
		return f.isClosed(target.Lit.Body)
	case decl != nil:
		return f.isClosed(decl.Body)
	}
	if call, ok := ast.Unparen(value).(*ast.CallExpr); ok {
		return !slices.ContainsFunc(call.Args, func(arg ast.Expr) bool { return function(f.info.TypeOf(arg)) && !f.wrote(arg) })
	}
	return f.written(value, maxSources)
}

// isClosed tells whether body calls nothing of anyone else. One that leads to itself
// adds nothing to that.
func (f *Finder) isClosed(body *ast.BlockStmt) bool {
	if closed, known := f.closed[body]; known {
		return closed
	}
	f.closed[body] = true
	f.closed[body] = f.Find(body) == nil
	return f.closed[body]
}
