package callback

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"
)

// read looks for the fields in which exported functions of the package collect
// functions, or values with methods, that they are given, and for the functions
// that they are given. In an internal package those are the module's own.
func (f *Finder) read() {
	if f.internal {
		return
	}
	for _, fn := range f.panics.Declared() {
		if !reachable(fn) {
			continue
		}
		r := &registrar{f.info, f.registered, map[types.Object]bool{}}
		decl := f.panics.Decl(fn)
		for _, field := range decl.Type.Params.List {
			for _, name := range field.Names {
				obj := f.info.Defs[name]
				if obj == nil || !pluggable(obj.Type()) {
					continue
				}
				r.params[obj] = true
				f.handed[obj] = function(obj.Type()) && !quiet(element(obj.Type()))
			}
		}
		if len(r.params) > 0 {
			ast.Inspect(decl.Body, r.visit)
		}
	}
}

// importable: other modules can use the package.
func importable(pkg *types.Package) bool {
	return pkg.Name() != "main" && !slices.Contains(strings.Split(pkg.Path(), "/"), "internal")
}

// reachable: code of another package can call fn.
func reachable(fn *types.Func) bool {
	if !fn.Exported() {
		return false
	}
	recv := fn.Signature().Recv()
	if recv == nil {
		return true
	}
	t := recv.Type()
	if p, ok := t.(*types.Pointer); ok {
		t = p.Elem()
	}
	named, ok := t.(*types.Named)
	return ok && named.Obj().Exported()
}

// element is what a slice holds, or t itself.
func element(t types.Type) types.Type {
	if s, ok := t.Underlying().(*types.Slice); ok {
		return s.Elem()
	}
	return t
}

// function: a function, or several of them.
func function(t types.Type) bool {
	_, ok := element(t).Underlying().(*types.Signature)
	return ok
}

// pluggable: a function, an interface that is not of the standard library, or
// several of them.
func pluggable(t types.Type) bool {
	t = element(t)
	switch u := t.Underlying().(type) {
	case *types.Signature:
		return !quiet(t)
	case *types.Interface:
		named, ok := t.(*types.Named)
		return ok && u.NumMethods() > 0 && named.Obj().Pkg() != nil && !standardInterface(u.Method(0)) && !observes(named.Obj().Name())
	}
	return false
}

// registrar looks for what one function does with its parameters.
type registrar struct {
	info   *types.Info
	found  map[types.Object]bool
	params map[types.Object]bool
}

func (r *registrar) visit(n ast.Node) bool {
	assign, ok := n.(*ast.AssignStmt)
	if !ok || len(assign.Lhs) != len(assign.Rhs) {
		return true
	}
	for i, left := range assign.Lhs {
		right := ast.Unparen(assign.Rhs[i])
		if index, ok := ast.Unparen(left).(*ast.IndexExpr); ok && r.isParam(right) { // b.handlers[name] = h
			r.add(index.X)
		}
		call, ok := right.(*ast.CallExpr)
		if !ok {
			continue
		}
		if name, ok := call.Fun.(*ast.Ident); ok && name.Name == "append" {
			r.appended(left, call.Args[1:])
		}
	}
	return true
}

// appended looks at what is added to the collection left: parameters, or values
// that are made of them here.
func (r *registrar) appended(left ast.Expr, values []ast.Expr) {
	for _, value := range values {
		if r.isParam(value) {
			r.add(left)
			continue
		}
		ast.Inspect(value, func(n ast.Node) bool {
			lit, ok := n.(*ast.CompositeLit)
			if ok {
				r.members(lit)
			}
			return true
		})
	}
}

// members notes the fields of a literal that hold a parameter.
func (r *registrar) members(lit *ast.CompositeLit) {
	t, ok := r.info.TypeOf(lit).Underlying().(*types.Struct)
	if !ok {
		return
	}
	for i, element := range lit.Elts {
		if pair, ok := element.(*ast.KeyValueExpr); ok {
			if key, ok := pair.Key.(*ast.Ident); ok && r.isParam(pair.Value) {
				r.found[r.info.Uses[key]] = true
			}
		} else if r.isParam(element) && i < t.NumFields() {
			r.found[t.Field(i)] = true
		}
	}
}

func (r *registrar) isParam(expr ast.Expr) bool {
	id, ok := ast.Unparen(expr).(*ast.Ident)
	return ok && r.params[r.info.Uses[id]]
}

// add notes the field that a collection lies in, one of a map of slices too.
func (r *registrar) add(collection ast.Expr) {
	if field := fieldOf(r.info, collection); field != nil {
		r.found[field] = true
	}
}

// fieldOf is the field or package variable behind expr, or behind what expr is
// an element of.
func fieldOf(info *types.Info, expr ast.Expr) types.Object {
	switch e := ast.Unparen(expr).(type) {
	case *ast.SelectorExpr:
		if v, ok := info.Uses[e.Sel].(*types.Var); ok {
			return v.Origin()
		}
	case *ast.IndexExpr:
		return fieldOf(info, e.X)
	case *ast.Ident:
		if v, ok := info.Uses[e].(*types.Var); ok && v.Parent() == v.Pkg().Scope() {
			return v
		}
	}
	return nil
}

// isRegistered tells whether value, or what it is a method of, comes out of a
// field that is filled from outside.
func (f *Finder) isRegistered(value ast.Expr) bool {
	if !f.info.Types[value].IsValue() || quiet(f.info.TypeOf(value)) {
		return false
	}
	if method, ok := ast.Unparen(value).(*ast.SelectorExpr); ok {
		if fn, ok := f.info.Uses[method.Sel].(*types.Func); ok {
			return event.MatchString(fn.Name()) && !standardInterface(fn) && f.stored(method.X)
		}
	}
	return f.stored(value)
}

// isHanded tells whether value is a parameter that code of another module gives.
func (f *Finder) isHanded(value ast.Expr) bool {
	return f.comesFrom(value, func(expr ast.Expr) bool {
		id, ok := ast.Unparen(expr).(*ast.Ident)
		return ok && f.handed[f.info.Uses[id]]
	})
}

// stored tells whether value comes out of a field that is filled from outside.
func (f *Finder) stored(value ast.Expr) bool {
	return f.comesFrom(value, func(expr ast.Expr) bool {
		field := fieldOf(f.info, expr)
		return field != nil && f.registered[field]
	})
}

// comesFrom follows a variable to where its value came from.
func (f *Finder) comesFrom(value ast.Expr, wanted func(ast.Expr) bool) bool {
	for range maxSources {
		if value == nil {
			return false
		}
		if wanted(value) {
			return true
		}
		value = f.panics.Source(value)
	}
	return false
}

// maxSources bounds how far a variable is followed.
const maxSources = 3
