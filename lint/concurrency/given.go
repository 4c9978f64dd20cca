package concurrency

import (
	"golang.org/x/tools/go/ssa"

	"github.com/go-race-audit/go-race-audit/lint/reference"
)

// given is what the caller put in a field of its own parameter, where ref is one.
func (t translation) given(caller *ssa.Function, ref reference.Ref) reference.Ref {
	if _, ok := ref.Root.(*ssa.Parameter); !ok {
		return ref
	}
	owner, field, ok := cutLast(ref.Path, ".")
	if !ok {
		return ref
	}
	if given, ok := t.a.refs.Given(caller, reference.Ref{Root: ref.Root, Path: owner}, field); ok {
		return given
	}
	return ref
}

// sameObject tells whether the caller knows both objects of c to be one.
func (t translation) sameObject(caller *ssa.Function, c Conflict) bool {
	one, ok := t.a.refs.Translate(c.Beside.Ref, t.callee)
	other, known := t.a.refs.Translate(c.Here.Ref, t.callee)
	return ok && known && t.given(caller, one) == t.given(caller, other)
}
