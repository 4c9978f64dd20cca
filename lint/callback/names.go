package callback

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/go-race-audit/go-race-audit/lint/scope"
	"github.com/go-race-audit/go-race-audit/lint/syntax"
)

// plugged tells whether a function value has such a name, type or owner.
func (f *Finder) plugged(value ast.Expr) bool {
	names := append([]string{syntax.TypeName(f.info.TypeOf(value))}, f.names(value)...)
	if fun, ok := ast.Unparen(value).(*ast.SelectorExpr); ok {
		names = append(names, f.owner(fun)...)
	}
	_, method := f.method(value)
	return says(names, plugin) || !method && says(names, pluginFunction)
}

// named tells whether a function value, or a method of an interface, has a
// name, a type or an owner that says that others plug it in.
func (f *Finder) named(value ast.Expr) bool {
	if !f.info.Types[value].IsValue() || quiet(f.info.TypeOf(value)) || f.forTests(value) || f.contained(value) {
		return false
	}
	if v, ok := f.variable(value); ok && f.internal && !v.Exported() && !f.isUnset(v) {
		return false
	}
	if v, ok := f.holder(value); ok && (f.made[v] || f.own(v, maxSources)) {
		return false // a function that the module itself wrote, or a method of what was made here
	}
	names := append([]string{syntax.TypeName(f.info.TypeOf(value))}, f.names(value)...)
	if f.isTold(value) {
		return true
	}
	if fun, ok := ast.Unparen(value).(*ast.SelectorExpr); ok {
		obj := f.info.Uses[fun.Sel]
		if obj == nil || obj.Pkg() == nil || unplugged(obj) || acceptor.MatchString(fun.Sel.Name) || isMethod(obj) && accessor.MatchString(fun.Sel.Name) {
			return false
		}
		owner := f.owner(fun)
		if isMethod(obj) && told.MatchString(fun.Sel.Name) && len(owner) > 0 {
			return true
		}
		if event.MatchString(fun.Sel.Name) && receiver.MatchString(syntax.TypeName(f.info.TypeOf(fun.X))) {
			return true
		}
		names = append(names, owner...)
	}
	return says(names, extension) && !slices.ContainsFunc(names, observes)
}

// isTold tells whether a function value is there to be told of something.
func (f *Finder) isTold(value ast.Expr) bool {
	v, ok := f.variable(value)
	if !ok || !told.MatchString(v.Name()) {
		return false
	}
	sig, ok := v.Type().Underlying().(*types.Signature)
	return ok && sig.Params().Len() > 0
}

// owner is what the value that fun is selected from is called. An interface that
// is not exported says nothing by its name, and nothing at all where the package
// has a type for it: only the module implements it.
func (f *Finder) owner(fun *ast.SelectorExpr) []string {
	t := f.info.TypeOf(fun.X)
	name := syntax.TypeName(t)
	if !isMethod(f.info.Uses[fun.Sel]) {
		return []string{name}
	}
	names := f.names(fun.X)
	switch {
	case token.IsExported(name):
		names = append(names, name)
	case f.implements(t):
		return nil
	}
	return names
}

// implements tells whether a type of the package implements its interface t.
func (f *Finder) implements(t types.Type) bool {
	named, ok := t.(*types.Named)
	if !ok || named.Obj().Pkg() == nil {
		return false
	}
	iface, ok := named.Underlying().(*types.Interface)
	if !ok || named.TypeParams().Len() > 0 {
		return false
	}
	scope := named.Obj().Pkg().Scope()
	return slices.ContainsFunc(scope.Names(), func(name string) bool {
		obj, ok := scope.Lookup(name).(*types.TypeName)
		if !ok || types.IsInterface(obj.Type()) {
			return false
		}
		return types.Implements(obj.Type(), iface) || types.Implements(types.NewPointer(obj.Type()), iface)
	})
}

// forTests: a hook that nobody else can set, and that the package sets in its tests
// alone, if at all, or one of several that are called so.
func (f *Finder) forTests(value ast.Expr) bool {
	if fun, ok := ast.Unparen(value).(*ast.SelectorExpr); ok && testHooks.MatchString(syntax.TypeName(f.info.TypeOf(fun.X))) {
		return true
	}
	v, ok := fieldOf(f.info, value).(*types.Var)
	if !ok || v.Exported() || !testHook.MatchString(v.Name()) {
		return false
	}
	_, single := v.Type().Underlying().(*types.Signature)
	return single && len(f.origins[v.Origin()]) == 0
}

// variable is the variable or field that a function value is read from.
func (f *Finder) variable(value ast.Expr) (*types.Var, bool) {
	var obj types.Object
	switch e := ast.Unparen(value).(type) {
	case *ast.Ident:
		obj = f.info.Uses[e]
	case *ast.SelectorExpr:
		obj = f.info.Uses[e.Sel]
	}
	v, ok := obj.(*types.Var)
	return v, ok
}

// holder is the variable or field that a function value, or what it is a method of, is
// read from.
func (f *Finder) holder(value ast.Expr) (*types.Var, bool) {
	if method, ok := f.method(value); ok {
		return f.variable(method.X)
	}
	return f.variable(value)
}

// names are what a value is called, here and where it came from.
func (f *Finder) names(value ast.Expr) []string {
	var names []string
	for range maxSources {
		switch e := ast.Unparen(value).(type) {
		case *ast.Ident:
			names = append(names, e.Name)
		case *ast.SelectorExpr:
			return append(names, e.Sel.Name)
		case *ast.IndexExpr:
			value = e.X
			continue
		default:
			return names
		}
		value = f.panics.Source(value)
	}
	return names
}

// standardInterface: a method of an interface of the standard library, such as
// slog.Handler, or of error is seldom someone's plugin.
func standardInterface(obj types.Object) bool {
	return isMethod(obj) && (obj.Pkg() == nil || scope.Standard(obj.Pkg().Path()))
}

func isMethod(obj types.Object) bool {
	_, method := obj.(*types.Func)
	return method
}

// unplugged: a method that nobody else implements, or not for this.
func unplugged(obj types.Object) bool {
	return standardInterface(obj) || isMethod(obj) && !obj.Exported()
}

// quiet: function values that hold no code of anyone else.
func quiet(t types.Type) bool {
	switch t.String() {
	case "context.CancelFunc", "context.CancelCauseFunc":
		return true
	}
	if setting.MatchString(syntax.TypeName(t)) {
		return true
	}
	sig, ok := t.Underlying().(*types.Signature)
	if !ok || sig.Params().Len() > 0 || sig.Results().Len() != 1 {
		return false
	}
	return sig.Results().At(0).Type().String() != "error" // a getter: a clock, a size
}
