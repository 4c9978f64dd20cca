package concurrency

import (
	"maps"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// maxNames bounds how many ways to hold one object are told apart.
const maxNames = 256

// standsFor tells in which nodes that follow the node from the variable v may still stand for the
// object that it stood for there, true, or where only another variable does, false. In the others
// nothing does: `out <- batch; batch = new(bytes.Buffer)`.
func (g *graph) standsFor(v *ssa.Phi, from int) map[int]bool {
	type state struct {
		node  int
		names map[*ssa.Phi]bool
	}
	stands := map[int]bool{}
	seen := map[int][]map[*ssa.Phi]bool{}
	todo := []state{{from, map[*ssa.Phi]bool{v: true}}}
	for visited := 0; len(todo) > 0 && visited < maxNames; visited++ {
		at := todo[0]
		todo = todo[1:]
		block := g.fn.Blocks[at.node]
		for _, to := range block.Succs {
			names := renamed(at.names, block, to)
			if len(names) == 0 || slices.ContainsFunc(seen[to.Index], func(known map[*ssa.Phi]bool) bool { return maps.Equal(known, names) }) {
				continue
			}
			seen[to.Index] = append(seen[to.Index], names)
			stands[to.Index] = stands[to.Index] || names[v]
			todo = append(todo, state{to.Index, names})
		}
	}
	return stands
}

// renamed are the variables that hold the object when control goes on from a block to another.
func renamed(names map[*ssa.Phi]bool, from, to *ssa.BasicBlock) map[*ssa.Phi]bool {
	held := maps.Clone(names)
	edge := slices.Index(to.Preds, from)
	for _, in := range to.Instrs {
		phi, ok := in.(*ssa.Phi)
		if !ok {
			break
		}
		value, ok := phi.Edges[edge].(*ssa.Phi)
		if delete(held, phi); ok && names[value] {
			held[phi] = true
		}
	}
	return held
}
