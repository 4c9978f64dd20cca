package reference

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// Element is the object under a constant index or key of a container, false
// for another index: which object that is, only the run knows.
func (r *Resolver) Element(container, index ssa.Value) (Ref, bool) {
	return r.element(container, index, 0)
}

func (r *Resolver) element(container, index ssa.Value, depth int) (Ref, bool) {
	key, ok := index.(*ssa.Const)
	if !ok || key.Value == nil {
		return Ref{}, false
	}
	name := strings.ReplaceAll(key.Value.ExactString(), ".", "·")
	return r.of(container, depth).plus("[" + name + "]"), true
}

// elementType is what a container of type t holds.
func elementType(t types.Type) types.Type {
	if ptr, ok := t.Underlying().(*types.Pointer); ok {
		t = ptr.Elem()
	}
	switch t := t.Underlying().(type) {
	case *types.Array:
		return t.Elem()
	case *types.Slice:
		return t.Elem()
	case *types.Map:
		return t.Elem()
	}
	return nil
}
