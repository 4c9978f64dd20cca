package concurrency

import "slices"

// spawns are the steps that start goroutines.
func (g *graph) spawns() (steps []*step) {
	for _, n := range g.nodes {
		for _, s := range n.steps {
			if len(s.spawns) > 0 {
				steps = append(steps, s)
			}
		}
	}
	return steps
}

// leads tells whether b may follow a.
func (g *graph) leads(a, b *step) bool {
	v := g.where[a]
	if v == g.where[b] && slices.Index(g.nodes[v].steps, a) < slices.Index(g.nodes[v].steps, b) {
		return true
	}
	seen := make([]bool, len(g.nodes))
	for todo := slices.Clone(g.nodes[v].succs); len(todo) > 0; {
		x := todo[0]
		todo = todo[1:]
		if x == g.where[b] {
			return true
		}
		if !seen[x] {
			seen[x] = true
			todo = append(todo, g.nodes[x].succs...)
		}
	}
	return false
}

// avoids tells whether the function can return without passing s.
func (g *graph) avoids(s *step) bool {
	seen := make([]bool, len(g.nodes))
	for todo := []int{0}; len(todo) > 0; {
		v := todo[0]
		todo = todo[1:]
		if seen[v] || v == g.where[s] {
			continue
		}
		seen[v] = true
		if n := g.nodes[v]; len(n.succs) == 0 && !n.stops() {
			return true
		}
		todo = append(todo, g.nodes[v].succs...)
	}
	return false
}
