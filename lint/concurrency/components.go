package concurrency

// components numbers the strongly connected components of the graph (Tarjan's
// algorithm) and marks the nodes that are on a cycle.
func (g *graph) components() {
	t := &tarjan{g: g, index: make([]int, len(g.nodes)), low: make([]int, len(g.nodes)), onStack: make([]bool, len(g.nodes))}
	for v := range g.nodes {
		if t.index[v] == 0 {
			t.visit(v)
		}
	}
}

type tarjan struct {
	g          *graph
	index, low []int
	onStack    []bool
	stack      []int
	next, sccs int
}

func (t *tarjan) visit(v int) {
	t.next++
	t.index[v], t.low[v] = t.next, t.next
	t.stack, t.onStack[v] = append(t.stack, v), true
	for _, w := range t.g.nodes[v].succs {
		if w == v {
			t.g.nodes[v].cycle = true
		}
		if t.index[w] == 0 {
			t.visit(w)
			t.low[v] = min(t.low[v], t.low[w])
		} else if t.onStack[w] {
			t.low[v] = min(t.low[v], t.index[w])
		}
	}
	if t.low[v] != t.index[v] {
		return
	}
	t.sccs++
	for first := true; ; first = false {
		w := t.stack[len(t.stack)-1]
		t.stack, t.onStack[w] = t.stack[:len(t.stack)-1], false
		t.g.nodes[w].scc = t.sccs
		if w == v {
			t.g.nodes[w].cycle = t.g.nodes[w].cycle || !first
			return
		}
		t.g.nodes[w].cycle = true
	}
}
