package reference

import (
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// Follows tells whether b can run after a in the same run of their function.
func Follows(a, b ssa.Instruction) bool {
	if a.Block() == nil || b.Block() == nil {
		return false
	}
	if a.Block() == b.Block() && indexOf(a) < indexOf(b) {
		return true
	}
	seen := map[*ssa.BasicBlock]bool{}
	todo := append([]*ssa.BasicBlock(nil), a.Block().Succs...)
	for len(todo) > 0 {
		block := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if block == b.Block() {
			return true
		}
		if !seen[block] {
			seen[block] = true
			todo = append(todo, block.Succs...)
		}
	}
	return false
}

func indexOf(in ssa.Instruction) int {
	for i, other := range in.Block().Instrs {
		if other == in {
			return i
		}
	}
	return -1
}

// origin is the generic function behind an instance, whose own body only calls
// it.
func origin(fn *ssa.Function) *ssa.Function {
	if o := fn.Origin(); o != nil {
		return o
	}
	return fn
}

// methodOf is the method behind the wrapper that x.m makes.
func methodOf(wrapper *ssa.Function) (*ssa.Function, bool) {
	obj, ok := wrapper.Object().(*types.Func)
	if !ok {
		return nil, false
	}
	if recv := obj.Signature().Recv(); recv == nil || types.IsInterface(recv.Type()) {
		return nil, false
	}
	method := wrapper.Prog.FuncValue(obj.Origin())
	return method, method != nil
}
