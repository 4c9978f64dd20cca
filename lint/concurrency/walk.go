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
				if sp.Many {
					g.repeat(a, sp, u)
				}
				if sp.ended {
					continue
				}
				w.follow()
				w.handOffs(u)
				if w.again && !sp.Many {
					g.repeat(a, sp, u)
				}
				if w.returned {
					if a.visible(g.fn, u.Ref) {
						outlive[sp] = append(outlive[sp], u)
					}
					if !u.call && (len(sp.Trail) == 1 || u.given) && sp.Kind != Queued {
						a.loose = append(a.loose, loose{g.fn, sp, u})
					}
				}
			}
		}
	}
	return outlive
}

// repeat keeps for the callers that goroutines of sp run a function of theirs
// at the same time.
func (g *graph) repeat(a *analysis, sp *Spawn, u Use) {
	if u.call && a.visible(g.fn, u.Ref) {
		g.repeated = append(g.repeated, &Spawn{Kind: sp.Kind, Many: true, from: sp.from, Trail: sp.Trail, Uses: []Use{u}, at: sp.at, ended: true})
	}
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
			if !w.endsIn(s) {
				w.from(s)
			}
		}
		return
	}
	w.from(w.start)
}

// endsIn: one call both tells the goroutine to go on and waits for its end. That what is sent is
// received is no end.
func (w *walker) endsIn(s *step) bool {
	return slices.ContainsFunc(s.joins, func(j join) bool { return j.kind != handsOver && w.ends(j) }) && w.anyEnds(s, false)
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
			if v, ok := s.handed.Root.(*ssa.Phi); ok && v.Parent() == w.g.fn {
				moved.stands = w.g.standsFor(v, w.g.where[s])
			}
			moved.from(s)
		}
	}
}

// itself finds the conflicts of a goroutine that runs several times at once.
func (a *analysis) itself(g *graph, sp *Spawn) {
	if !sp.Many || sp.tested && !g.requestsAtOnce() {
		return
	}
	for i, u := range sp.Uses {
		for _, h := range sp.Uses[i:] {
			if a.clash(u, h) && !a.receivedApart(g, u.Ref) {
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
	again    bool          // met the very spawn another time
	ended    map[join]bool // what ends found
	// waiting: the goroutine has not been told to go on to the use.
	waiting bool
	// stands is standsFor of what was handed over, nil where that has one name only.
	stands map[int]bool
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

func (w *walker) visit(v, from int) {
	if from == 0 {
		if w.seen[v] {
			return
		}
		w.seen[v] = true
	}
	stands, held := w.stands[v]
	followed := w.stands != nil && from == 0 && v < len(w.g.fn.Blocks) // the nodes behind are edges
	if followed && !held {
		return
	}
	n := w.g.nodes[v]
	if w.a.visited += len(n.steps); w.a.visited > maxVisited {
		return
	}
	for _, s := range n.steps[from:] {
		if w.fresh(s) || (!followed || stands) && w.meets(s) || w.anyEnds(s, false) || s.stops {
			return
		}
		if _, ok := s.at.(*ssa.Return); ok {
			w.returned = true
			w.handsBack(s)
		}
	}
	for i, to := range n.succs {
		if !w.bars(n, to) && !w.unstarted(v, i) {
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
