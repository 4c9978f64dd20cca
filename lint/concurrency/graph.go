package concurrency

import (
	"go/constant"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/go-race-audit/go-race-audit/lint/reference"
)

// step is what one instruction does.
type step struct {
	at       ssa.Instruction
	uses     []Use
	signals  []signal
	joins    []join
	spawns   []*Spawn
	acquires []Lock
	releases []Lock
	// replaced are the variables that hold another object from here on.
	replaced []reference.Ref
	pending  []Conflict
	// handed is what a send gives to the receiver.
	handed reference.Ref
	// hands are the objects given to functions that only the run knows.
	hands []reference.Ref
	// redirects makes from write to something else: logger.SetOutput(w).
	redirects []redirect
	// requests: it sends a request over HTTP; waits: what it calls waits.
	requests, waits bool
	// stops: the goroutine does not come past it.
	stops bool
	// returns are the objects handed to the caller.
	returns []reference.Ref

	// held and passed hold surely before the step.
	held   []Lock
	passed []join
}

func (s *step) empty() bool {
	return len(s.uses)+len(s.signals)+len(s.joins)+len(s.spawns)+len(s.acquires)+len(s.releases)+len(s.replaced)+len(s.pending)+len(s.redirects) == 0 && !s.stops && !s.requests && len(s.hands) == 0
}

// redirect: a use of from is one of to as well.
type redirect struct{ from, to reference.Ref }

// node is a stretch of steps without a branch.
type node struct {
	steps []*step
	succs []int
	scc   int
	cycle bool // several nodes, or itself, in its strongly connected component
}

// graph is the flow of one function. Nodes 0 to n-1 are its blocks, the rest
// the edges on which something happens: an arm of a select was taken, a
// receive found the channel closed, a TryLock succeeded.
type graph struct {
	fn    *ssa.Function
	nodes []*node
	where map[*step]int
	// repeated are functions of the caller that several goroutines run at once,
	// even if none of them is left at the end.
	repeated []*Spawn
}

// newGraph makes the graph with the steps that instr gives.
func (a *analysis) newGraph(fn *ssa.Function) *graph {
	g := &graph{fn: fn, where: map[*step]int{}}
	for _, b := range fn.Blocks {
		n := &node{}
		for _, in := range b.Instrs {
			switch in.(type) {
			case *ssa.RunDefers:
				n.steps = append(n.steps, a.deferred(fn, b)...)
				continue
			case *ssa.Return:
				n.steps = append(n.steps, a.cleanups(fn, b)...)
			}
			if s := a.instruction(in); !s.empty() || isMark(in) {
				n.steps = append(n.steps, s)
			}
		}
		g.nodes = append(g.nodes, n)
	}
	for _, b := range fn.Blocks {
		for i, succ := range b.Succs {
			to := succ.Index
			s := a.edge(b, i)
			if s == nil {
				s = g.lockedBefore(b, i)
			}
			if s != nil {
				g.nodes = append(g.nodes, &node{steps: []*step{s}, succs: []int{to}})
				to = len(g.nodes) - 1
			}
			g.nodes[b.Index].succs = append(g.nodes[b.Index].succs, to)
		}
	}
	for i, n := range g.nodes {
		for _, s := range n.steps {
			g.where[s] = i
		}
	}
	g.components()
	a.redirected(g)
	return g
}

// redirected adds the uses of the writers that loggers were given by SetOutput.
func (a *analysis) redirected(g *graph) {
	var all []redirect
	for _, n := range g.nodes {
		for _, s := range n.steps {
			all = append(all, s.redirects...)
		}
	}
	for _, r := range all {
		for _, n := range g.nodes {
			for _, s := range n.steps {
				s.uses = append(s.uses, a.through(r, s, s.uses)...)
				for _, sp := range s.spawns {
					sp.Uses = append(sp.Uses, a.through(r, s, sp.Uses)...)
				}
			}
		}
	}
}

// through are the uses of r.to that uses of r.from make, under its lock.
func (a *analysis) through(r redirect, at *step, uses []Use) []Use {
	body := &step{at: at.at}
	for _, u := range uses {
		if u.Ref == r.from && !u.call && !strings.HasPrefix(u.Op, "Set") {
			u.Ref, u.Type, u.Field = r.to, "", reference.Ref{}
			u.Locks = append([]Lock{{Ref: r.from, Exclusive: true}}, u.Locks...)
			a.typed(body, u)
		}
	}
	return body.uses
}

// isMark tells whether a walk needs to see the instruction even if it does
// nothing: it makes a new object or takes another element, or returns.
func isMark(in ssa.Instruction) bool {
	switch in.(type) {
	case *ssa.Alloc, *ssa.Call, *ssa.Return, *ssa.Extract, *ssa.UnOp, *ssa.MakeChan, *ssa.IndexAddr:
		return true
	}
	return false
}

// edge is what happens on the way from b to its i-th successor.
func (a *analysis) edge(b *ssa.BasicBlock, i int) *step {
	cond, ok := b.Instrs[len(b.Instrs)-1].(*ssa.If)
	if !ok {
		return nil
	}
	s := &step{at: cond}
	switch c := cond.Cond.(type) {
	case *ssa.BinOp:
		state := selectArm(c)
		if state == nil || i != 0 {
			return nil
		}
		a.arm(s, state)
	case *ssa.Extract:
		recv, ok := c.Tuple.(*ssa.UnOp)
		if !ok || recv.Op != token.ARROW || c.Index != 1 {
			return nil
		}
		kind := gotValue
		if i == 1 {
			kind = gotClosed
		}
		s.joins = append(s.joins, join{a.channel(recv.X), kind})
	case *ssa.Call:
		if i != 0 || !a.succeeds(s, &c.Call) {
			return nil
		}
	default:
		return nil
	}
	return s
}

// succeeds adds what a call that returned true has done.
func (a *analysis) succeeds(s *step, c *ssa.CallCommon) bool {
	if lock, op := a.lockOp(c); op == "TryLock" || op == "TryRLock" {
		s.acquires = append(s.acquires, lock)
		return true
	}
	fn := c.StaticCallee()
	if fn != nil && isOver(fn) {
		s.joins = append(s.joins, join{a.refs.Of(c.Args[0]), over})
		return true
	}
	if fn == nil || fn.String() != "(*time.Timer).Stop" {
		return false
	}
	s.joins = append(s.joins, join{stopped(a.refs.Of(c.Args[0])), waits})
	return true
}

func (a *analysis) arm(s *step, state *ssa.SelectState) {
	ch := a.channel(state.Chan)
	if state.Dir == types.SendOnly {
		s.signals = append(s.signals, signal{ch, sent})
		s.joins = append(s.joins, join{ch, handsOver})
		return
	}
	s.joins = append(s.joins, join{ch, waits})
	s.signals = append(s.signals, signal{ch, emptied})
}

// selectArm is the state of a select whose index c compares.
func selectArm(c *ssa.BinOp) *ssa.SelectState {
	index, ok := c.X.(*ssa.Extract)
	if !ok || c.Op != token.EQL || index.Index != 0 {
		return nil
	}
	sel, ok := index.Tuple.(*ssa.Select)
	if !ok {
		return nil
	}
	k, ok := c.Y.(*ssa.Const)
	if !ok || k.Value == nil || k.Value.Kind() != constant.Int {
		return nil
	}
	if i := k.Int64(); i >= 0 && int(i) < len(sel.States) {
		return sel.States[i]
	}
	return nil
}
