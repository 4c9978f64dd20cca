package reference

import (
	"go/types"
	"strconv"

	"golang.org/x/tools/go/ssa"
)

// Extend is the object that the fields of path lead to from base.
func (r *Resolver) Extend(base Ref, path Ref) Ref {
	r.nested++
	defer func() { r.nested-- }()
	for _, field := range path.Fields() {
		if r.nested > maxDepth {
			base = base.plus(field)
		} else {
			base = r.field(base, field, r.nested)
		}
	}
	return base
}

// field is one field of base; a field that was given its only value in sight
// stands for that value.
func (r *Resolver) field(base Ref, name string, depth int) Ref {
	if depth > maxDepth {
		return base.plus(name)
	}
	if base.Path != "" {
		return r.copied(base, name, depth)
	}
	switch root := base.Root.(type) {
	case *ssa.Alloc:
		if v := r.fieldStored(root, name); v != nil {
			return r.of(v, depth+1)
		}
		whole := r.onlyStored(root)
		if whole != nil && fieldRefers(root.Type(), name) && len(fieldStores(root, name)) == 0 {
			return r.field(r.of(whole, depth+1), name, depth+1)
		}
	case *ssa.Extract:
		if made, ok := root.Tuple.(*ssa.Call); ok && root.Index == 0 {
			if ref, ok := r.constructed(made, name, depth); ok {
				return ref
			}
		}
	case *ssa.Call:
		if v := r.fieldStored(root, name); v != nil {
			return r.of(v, depth+1)
		}
		if ref, ok := r.constructed(root, name, depth); ok {
			return ref
		}
	}
	return base.plus(name)
}

// copied is a field of a struct that was copied into a field of one made here:
// node{config: config}. What it points to is what the original points to.
func (r *Resolver) copied(base Ref, name string, depth int) Ref {
	fields := base.Fields()
	made, ok := base.Root.(*ssa.Alloc)
	if !ok || len(fields) != 1 {
		return base.plus(name)
	}
	whole := onlyValue(fieldStores(made, fields[0]))
	if whole == nil || !fieldRefers(whole.Type(), name) || fieldChanged(made, fields[0], name) {
		return base.plus(name)
	}
	return r.field(r.of(whole, depth+1), name, depth+1)
}

// fieldChanged tells whether a field of the struct in a field of made is given
// a value of its own.
func fieldChanged(made *ssa.Alloc, outer, name string) bool {
	for _, use := range *made.Referrers() {
		if fa, ok := use.(*ssa.FieldAddr); ok && FieldName(made.Type(), fa.Field) == outer && len(fieldStores(fa, name)) > 0 {
			return true
		}
	}
	return false
}

// fieldStored is the only value stored in a pointer-like field of a struct
// that was made here.
func (r *Resolver) fieldStored(made ssa.Value, name string) ssa.Value {
	v := onlyValue(fieldStores(made, name))
	if v == nil || !refersTo(v.Type()) {
		return nil
	}
	return v
}

// FieldName is the name of the i-th field of the struct t, or of what t points to.
func FieldName(t types.Type, i int) string {
	if st := structOf(t); st != nil && i < st.NumFields() {
		return st.Field(i).Name()
	}
	return strconv.Itoa(i)
}

func structOf(t types.Type) *types.Struct {
	if ptr, ok := t.Underlying().(*types.Pointer); ok {
		t = ptr.Elem()
	}
	st, _ := t.Underlying().(*types.Struct)
	return st
}
