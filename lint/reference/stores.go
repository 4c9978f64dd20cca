package reference

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// onlyStored is the only value ever stored in a variable, but for nil, which stands for no
// object; nil when there are several, or none, or when another function may store.
func (r *Resolver) onlyStored(a *ssa.Alloc) ssa.Value {
	var stores []*ssa.Store
	for _, ref := range *a.Referrers() {
		switch ref := ref.(type) {
		case *ssa.Store:
			if ref.Addr == ssa.Value(a) {
				stores = append(stores, ref)
			}
		case *ssa.MakeClosure:
			if storedThrough(ref, a) {
				return nil
			}
		}
	}
	return onlyValue(stores)
}

// onlyValue is the value of the only store of anything but nil, nil for a constant.
func onlyValue(stores []*ssa.Store) ssa.Value {
	stores = slices.DeleteFunc(slices.Clone(stores), func(store *ssa.Store) bool { return isNil(store.Val) })
	if len(stores) != 1 || isConst(stores[0].Val) {
		return nil
	}
	return stores[0].Val
}

func isNil(v ssa.Value) bool {
	constant, ok := v.(*ssa.Const)
	return ok && constant.IsNil()
}

func isConst(v ssa.Value) bool { _, ok := v.(*ssa.Const); return ok }

// storedThrough tells whether a literal stores to the captured variable v.
func storedThrough(closure *ssa.MakeClosure, v ssa.Value) bool {
	fn := closure.Fn.(*ssa.Function)
	for i, bound := range closure.Bindings {
		if bound != v || i >= len(fn.FreeVars) || fn.FreeVars[i].Referrers() == nil {
			continue
		}
		for _, ref := range *fn.FreeVars[i].Referrers() {
			switch ref := ref.(type) {
			case *ssa.Store:
				if ref.Addr == ssa.Value(fn.FreeVars[i]) {
					return true
				}
			case *ssa.MakeClosure:
				if storedThrough(ref, fn.FreeVars[i]) {
					return true
				}
			}
		}
	}
	return false
}

// fieldStores finds the stores to a field of the struct that v points to,
// made through v itself or through the variable that holds it.
func fieldStores(v ssa.Value, name string) (stores []*ssa.Store) {
	if v.Referrers() == nil {
		return nil
	}
	for _, ref := range *v.Referrers() {
		switch ref := ref.(type) {
		case *ssa.FieldAddr:
			if ref.X == v && FieldName(v.Type(), ref.Field) == name {
				stores = append(stores, storesTo(ref)...)
			}
		case *ssa.Store: // cmd := exec.Command(...), captured by a literal
			if a, ok := ref.Addr.(*ssa.Alloc); ok && ref.Val == v {
				stores = append(stores, storesThrough(a, name)...)
			}
		}
	}
	return stores
}

// storesThrough finds the stores to a field of what the variable a points to.
func storesThrough(a *ssa.Alloc, name string) (stores []*ssa.Store) {
	for _, ref := range *a.Referrers() {
		load, ok := ref.(*ssa.UnOp)
		if !ok {
			continue
		}
		for _, use := range *load.Referrers() {
			if fa, ok := use.(*ssa.FieldAddr); ok && FieldName(fa.X.Type(), fa.Field) == name {
				stores = append(stores, storesTo(fa)...)
			}
		}
	}
	return stores
}

func storesTo(addr ssa.Value) (stores []*ssa.Store) {
	for _, use := range *addr.Referrers() {
		if st, ok := use.(*ssa.Store); ok && st.Addr == addr {
			stores = append(stores, st)
		}
	}
	return stores
}

func fieldRefers(t types.Type, name string) bool {
	st := structOf(t)
	for i := 0; st != nil && i < st.NumFields(); i++ {
		if st.Field(i).Name() == name {
			return refersTo(st.Field(i).Type())
		}
	}
	return false
}

// onlyGlobal is the only value a package variable is ever given, when that is
// a pointer-like one.
func (r *Resolver) onlyGlobal(g *ssa.Global) ssa.Value {
	if vals := r.globals[g]; len(vals) == 1 && refersTo(vals[0].Type()) && !isConst(vals[0]) {
		return vals[0]
	}
	return nil
}

// Given is the only object that fn puts in a field of base.
func (r *Resolver) Given(fn *ssa.Function, base Ref, field string) (Ref, bool) {
	var stores []*ssa.Store
	for _, st := range r.writes[fn] {
		fa, ok := st.Addr.(*ssa.FieldAddr)
		if ok && FieldName(fa.X.Type(), fa.Field) == field && r.Of(fa.X) == base {
			stores = append(stores, st)
		}
	}
	v := onlyValue(stores)
	if v == nil {
		return Ref{}, false
	}
	return r.Of(v), true
}
