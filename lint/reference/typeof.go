package reference

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// TypeOf is the type of the object: of what pointers lead to with its pointer,
// an interface type when the package does not tell what is in it, nil when
// nothing is known.
func (r *Resolver) TypeOf(ref Ref) types.Type {
	t := r.rootType(ref.Root)
	for _, name := range ref.Fields() {
		if t = fieldType(t, name); t == nil {
			return nil
		}
	}
	return t
}

// rootType looks through the variables that hold pointers.
func (r *Resolver) rootType(root ssa.Value) types.Type {
	if root == nil {
		return nil
	}
	t := root.Type()
	switch x := Local(root).(type) {
	case *ssa.Global:
		if only := r.onlyGlobal(x); only != nil {
			return r.TypeOf(r.Of(only))
		}
		return pointee(t)
	case *ssa.Alloc, *ssa.FreeVar:
		return pointee(t)
	}
	return t
}

// pointee is what the variable at a pointer of type t holds, when that is a
// pointer-like value itself.
func pointee(t types.Type) types.Type {
	if ptr, ok := t.Underlying().(*types.Pointer); ok && refersTo(ptr.Elem()) {
		return ptr.Elem()
	}
	return t
}

// fieldType is the type of a field, or of an element of a channel, slice or map.
func fieldType(t types.Type, name string) types.Type {
	if t == nil {
		return nil
	}
	if ch, ok := t.Underlying().(*types.Chan); ok && name == received {
		return ch.Elem()
	}
	if strings.HasPrefix(name, "[") {
		return elementType(t)
	}
	st := structOf(t)
	for i := 0; st != nil && i < st.NumFields(); i++ {
		if st.Field(i).Name() == name {
			return st.Field(i).Type()
		}
	}
	return nil
}

// Made is the value that made the object, as far as the package shows: the
// call of log.New behind a package variable, say.
func (r *Resolver) Made(ref Ref) ssa.Value {
	if g, ok := ref.Root.(*ssa.Global); ok && ref.Path == "" {
		if only := r.onlyGlobal(g); only != nil {
			return r.Of(only).Root
		}
	}
	if ref.Path != "" {
		return nil
	}
	return Local(ref.Root)
}
