package concurrency

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/go-race-audit/go-race-audit/lint/reference"
)

// walk looks for conflicts of every goroutine that the function starts, and
// returns the uses that may go on when the function returns.
func (a *analysis) walk(g *graph) map[*Spawn][]Use {
	outlive := map[*Spawn][]Use{}
	spawns := g.spawns()
	for _, s := range spawns {
		for i, sp := range s.spawns {
			a.itself(g, sp)
			for _, u := range sp.Uses {
				w := &walker{a: a, g: g, all: spawns, sp: sp, use: u, start: s, seen: make([]bool, len(g.nodes)), ended: map[join]bool{}}
				w.prepare()
				if sp.Kind == Copy {
					w.against(s, s.spawns[i+1:])
				}
				if sp.ended {
					continue
				}
				w.follow()
				w.handOffs(u)
				if w.returned {
					if u.Ref.Exported() {
						outlive[sp] = append(outlive[sp], u)
					}
					if !u.call && len(sp.Trail) == 1 {
						a.loose = append(a.loose, loose{g.fn, sp, u})
					}
				}
			}
		}
	}
	return outlive
}

// follow visits what comes after the spawn. A use that waits to be told is
// beside what the starter does after telling, and beside other goroutines.
func (w *walker) follow() {
	told := w.told()
	if len(told) > 0 {
		w.waiting = true
		w.from(w.start)
		w.waiting, w.seen = false, make([]bool, len(w.g.nodes))
		for _, s := range told {
			w.from(s)
		}
		return
	}
	w.from(w.start)
}

// from visits what follows the step.
func (w *walker) from(s *step) {
	v := w.g.where[s]
	w.visit(v, slices.Index(w.g.nodes[v].steps, s)+1)
}

// handOffs follows the starter from each send whose value the goroutine uses
// when it has received it: the sender must not touch it any more.
func (w *walker) handOffs(u Use) {
	for _, n := range w.g.nodes {
		for _, s := range n.steps {
			if s.handed.Root == nil || len(s.signals) == 0 || s.signals[0].Received() != u.Ref {
				continue
			}
			moved := *w
			moved.use.Ref, moved.use.after, moved.seen = s.handed, nil, make([]bool, len(w.g.nodes))
			moved.from(s)
		}
	}
}

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

// itself finds the conflicts of a goroutine that runs several times at once.
func (a *analysis) itself(g *graph, sp *Spawn) {
	if !sp.Many {
		return
	}
	for i, u := range sp.Uses {
		for _, h := range sp.Uses[i:] {
			if a.clash(u, h) {
				a.settle(nil, Conflict{Func: g.fn, Beside: u, Spawn: sp, Here: h, Other: sp})
			}
		}
	}
}

// walker follows the starter from where it started a goroutine, for one use
// that the goroutine makes.
type walker struct {
	a     *analysis
	g     *graph
	all   []*step
	sp    *Spawn
	use   Use
	start *step
	seen  []bool
	// late are the signals that tell the use is over; barred are the cycles
	// past which every goroutine is joined.
	late   []signal
	barred map[int]bool
	// slots are the channels that the goroutine uses as locks.
	slots    map[reference.Ref]bool
	returned bool
	ended    map[join]bool // what ends found
	// waiting: the goroutine has not been told to go on to the use.
	waiting bool
}

// prepare finds the signals and the barred cycles.
func (w *walker) prepare() {
	for _, s := range w.sp.signals {
		if !slices.Contains(w.use.early, s) {
			w.late = append(w.late, s)
		}
	}
	w.slots = slotsOf(w.sp.signals)
	w.barred = map[int]bool{}
	home := w.g.nodes[w.g.where[w.start]]
	for _, n := range w.g.nodes {
		if !n.cycle || n.scc == home.scc {
			continue
		}
		for _, s := range n.steps {
			if w.anyEnds(s, true) {
				w.barred[n.scc] = true
			}
		}
	}
}

// told are the steps at which the starter tells the goroutine to go on to the
// use; none when it need not be told, or was told before it started.
func (w *walker) told() []*step {
	for _, j := range w.use.after {
		var told []*step
		before := false
		for _, n := range w.g.nodes {
			for _, s := range n.steps {
				if slices.ContainsFunc(s.signals, j.ends) {
					told = append(told, s)
					before = before || w.g.leads(s, w.start)
				}
			}
		}
		if len(told) > 0 && !before {
			return told
		}
	}
	return nil
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

func (w *walker) visit(v, from int) {
	if from == 0 {
		if w.seen[v] {
			return
		}
		w.seen[v] = true
	}
	n := w.g.nodes[v]
	if w.a.visited += len(n.steps); w.a.visited > maxVisited {
		return
	}
	for _, s := range n.steps[from:] {
		if w.fresh(s) || w.meets(s) || w.anyEnds(s, false) || s.stops {
			return
		}
		if _, ok := s.at.(*ssa.Return); ok {
			w.returned = true
			w.handsBack(s)
		}
	}
	for _, to := range n.succs {
		if !w.bars(n, to) {
			w.visit(to, 0)
		}
	}
}

// bars tells whether the way from n to the node to lies past a cycle that
// joins: it leaves one, or goes round one that n guards (for range n tests
// before the first turn).
func (w *walker) bars(n *node, to int) bool {
	if w.barred[n.scc] && w.g.nodes[to].scc != n.scc {
		return true
	}
	for _, other := range n.succs {
		cycle := w.g.nodes[other].scc
		if other == to || cycle == n.scc || !w.barred[cycle] {
			continue
		}
		for _, inside := range w.g.nodes {
			if inside.scc == cycle && slices.Contains(inside.succs, to) {
				return true
			}
		}
	}
	return false
}

// fresh tells whether the variable stands for another object after s.
func (w *walker) fresh(s *step) bool {
	if def, ok := w.use.Ref.Root.(ssa.Instruction); ok && def == s.at {
		return true
	}
	return slices.Contains(s.replaced, w.use.Ref)
}

// meets tells whether s conflicts with the use.
func (w *walker) meets(s *step) bool {
	if w.sp.Kind != Subtest && w.sp.Kind != Handler && !w.waiting {
		for _, h := range s.uses {
			if slices.ContainsFunc(h.own, w.ends) || !w.a.clash(w.use, h) || w.a.endsInFailure(w.g, s) {
				continue
			}
			w.a.settle(s, Conflict{Func: w.g.fn, Beside: w.use, Spawn: w.sp, Here: h})
			return true
		}
	}
	return w.against(s, s.spawns)
}

// against tells whether the use conflicts with goroutines that s starts.
func (w *walker) against(s *step, spawns []*Spawn) bool {
	for _, o := range spawns {
		if (o.Kind == Subtest) != (w.sp.Kind == Subtest) {
			continue
		}
		for _, h := range o.Uses {
			if !w.a.clash(w.use, h) || slices.ContainsFunc(h.after, w.orders) || w.waitsFor(o, h) {
				continue
			}
			w.a.settle(s, Conflict{Func: w.g.fn, Beside: w.use, Spawn: w.sp, Here: h, Other: o})
			return true
		}
	}
	return false
}

// orders tells whether another goroutine that has passed j comes after the use.
func (w *walker) orders(j join) bool { return !w.slots[j.Ref] && w.ends(j) }

// waitsFor tells whether the use comes after h on the goroutine o.
func (w *walker) waitsFor(o *Spawn, h Use) bool {
	for _, s := range o.signals {
		if !w.slots[s.Ref] && !slices.Contains(h.early, s) && slices.ContainsFunc(w.use.after, func(j join) bool { return j.ends(s) }) {
			return true
		}
	}
	return false
}
