package concurrency

import "golang.org/x/tools/go/ssa"

// lockedBefore is what a flag of the function says on the way from b to its i-th successor,
// past `if !locked { mu.Lock() }`: the lock is held already, as the function itself notes.
func (g *graph) lockedBefore(b *ssa.BasicBlock, i int) *step {
	cond, ok := b.Instrs[len(b.Instrs)-1].(*ssa.If)
	if !ok || !isFlag(cond.Cond, map[*ssa.Phi]bool{}) {
		return nil
	}
	arm, after := b.Succs[1-i], b.Succs[i]
	if len(arm.Preds) != 1 || len(arm.Succs) != 1 || arm.Succs[0] != after {
		return nil
	}
	said := &step{at: cond}
	for _, s := range g.nodes[arm.Index].steps {
		if len(s.releases) > 0 {
			return nil
		}
		said.acquires = append(said.acquires, s.acquires...)
	}
	if len(said.acquires) == 0 {
		return nil
	}
	return said
}

// isFlag tells whether v is a variable that is only ever set to true and false.
func isFlag(v ssa.Value, seen map[*ssa.Phi]bool) bool {
	phi, ok := v.(*ssa.Phi)
	if !ok || seen[phi] {
		return ok
	}
	seen[phi] = true
	for _, edge := range phi.Edges {
		if _, constant := edge.(*ssa.Const); !constant && !isFlag(edge, seen) {
			return false
		}
	}
	return true
}
