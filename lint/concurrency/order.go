package concurrency

import "slices"

// order tells each use the locks held, the joins passed before it and the
// signals given before it.
func (g *graph) order() {
	for _, n := range g.nodes {
		for _, s := range n.steps {
			for i := range s.uses {
				u := &s.uses[i]
				u.Locks = append(slices.Clip(u.Locks), s.held...)
				u.after = slices.Concat(u.own, s.passed)
			}
			for _, sp := range s.spawns {
				for i := range sp.Uses {
					sp.Uses[i].after = append(slices.Clip(sp.Uses[i].after), s.passed...)
				}
			}
		}
	}
	for v, n := range g.nodes {
		for i, s := range n.steps {
			if len(s.signals) > 0 {
				g.early(s.signals, v, i+1)
			}
		}
	}
}

// early marks the uses that may follow the signals. A receive in between ends
// the search: what follows may be in answer to another goroutine.
func (g *graph) early(signals []signal, v, from int) {
	seen := make([]bool, len(g.nodes))
	var visit func(v, from int)
	visit = func(v, from int) {
		if from == 0 {
			if seen[v] {
				return
			}
			seen[v] = true
		}
		for _, s := range g.nodes[v].steps[from:] {
			for i := range s.uses {
				if len(s.uses[i].early) < maxUses {
					s.uses[i].early = append(slices.Clip(s.uses[i].early), signals...)
				}
			}
			if s.blocks() || s.stops {
				return
			}
		}
		for _, w := range g.nodes[v].succs {
			visit(w, 0)
		}
	}
	visit(v, from)
}

// blocks tells whether the goroutine waits for another at s.
func (s *step) blocks() bool {
	return s.waits || slices.ContainsFunc(s.joins, func(j join) bool { return j.kind == waits || j.kind == gotValue })
}
