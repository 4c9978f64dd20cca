package concurrency

import (
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/go-race-audit/go-race-audit/lint/reference"
)

// The bounds that keep the analysis of any package short.
const (
	maxUses    = 120        // uses of one function
	maxTrail   = 8          // calls between a use and where it is reported
	maxNested  = 12         // function values within function values
	maxVisited = 20_000_000 // steps that the walks of one package may pass
	maxMaybe   = 1          // functions that may or may not start a goroutine, between it and its conflict
)

// inline adds what callee does, called at trail under the locks of held.
func (a *analysis) inline(s *step, callee *reference.Callee, trail []token.Pos, held []Lock) {
	if a.nested >= maxNested {
		return
	}
	a.nested++
	defer func() { a.nested-- }()
	sum := a.summary(callee.Func)
	t := translation{a, callee, trail, held}
	for _, u := range sum.uses {
		t.use(s, u)
	}
	s.signals = append(s.signals, t.signals(sum.signals)...)
	s.joins = append(s.joins, t.joins(sum.joins)...)
	s.acquires = append(s.acquires, t.locks(sum.acquires)...)
	s.releases = append(s.releases, t.locks(sum.releases)...)
	for _, sp := range sum.spawns {
		if moved := t.spawn(s.at, sp); len(moved.Uses)+len(moved.signals) > 0 && !copied(s.spawns, moved) {
			s.spawns = append(s.spawns, moved)
		}
	}
	for _, c := range sum.pending {
		t.conflict(s, c)
	}
	s.requests = s.requests || sum.requests
	s.waits = s.waits || sum.waits
	s.hands = append(s.hands, t.refs(sum.hands)...)
}

// copied tells whether one of spawns copies to the same object for the same command: os/exec
// does so with one goroutine where Stdout and Stderr are one writer.
func copied(spawns []*Spawn, sp *Spawn) bool {
	return sp.Kind == Copy && len(sp.Uses) > 0 && slices.ContainsFunc(spawns, func(other *Spawn) bool {
		return other.Kind == Copy && slices.Equal(other.Trail, sp.Trail) && len(other.Uses) > 0 && other.Uses[0].Ref == sp.Uses[0].Ref
	})
}

// inlineArg adds what the i-th argument does when it is run at once.
func (a *analysis) inlineArg(s *step, c *ssa.CallCommon, i int, held []Lock) {
	if i >= len(c.Args) {
		return
	}
	if callee := a.refs.Function(c.Args[i], nil); callee != nil {
		if a.local(callee.Func) {
			a.inline(s, callee, []token.Pos{c.Pos()}, held)
		}
		return
	}
	if ref := a.refs.Of(c.Args[i]); ref.Exported() {
		a.use(s, Use{Ref: ref, call: true, Trail: []token.Pos{c.Pos()}, Locks: held})
	}
}

// translation brings what a callee does into its caller's terms.
type translation struct {
	a      *analysis
	callee *reference.Callee
	trail  []token.Pos
	held   []Lock
}

func (t translation) use(s *step, u Use) {
	ref, ok := t.a.refs.Translate(u.Ref, t.callee)
	if !ok {
		return
	}
	if u.Type == "" && !u.call {
		ref = t.given(s.at.Parent(), ref)
	}
	moved := Use{
		Ref: ref, Field: t.field(u), Type: u.Type, Op: u.Op, Write: u.Write, call: u.call, method: u.method,
		Trail: t.along(u.Trail), Locks: append(t.locks(u.Locks), t.held...),
		early: t.signals(u.early), own: t.joins(u.after),
	}
	for _, arg := range u.args {
		known, ok := t.a.refs.Translate(arg, t.callee)
		if !ok { // made there, anew each time
			known = reference.Ref{}
		}
		moved.args = append(moved.args, known)
	}
	switch {
	case u.call:
		before := len(s.uses)
		t.a.run(s, moved)
		for i := range s.uses[before:] {
			s.uses[before+i].given = true
		}
	case u.Type == "":
		t.a.typed(s, moved)
	default:
		t.a.use(s, moved)
	}
}

// field is the way to the object in the caller's terms.
func (t translation) field(u Use) reference.Ref {
	way := u.Field
	if way.Root == nil {
		way = u.Ref
	}
	if actual, ok := t.callee.Actual(way.Root); ok {
		return reference.Ref{Root: actual.Root, Path: actual.Path + way.Path}
	}
	return way
}

// run runs the function value of u, if the caller knows it.
func (a *analysis) run(s *step, u Use) {
	if ctx, ok := cancels(u.Ref.Root); ok && u.Ref.Path == "" {
		s.signals = append(s.signals, signal{cancelled(reference.Ref{Root: ctx}), done})
		return
	}
	if u.Ref.Path == "" {
		if callee := a.refs.Function(u.Ref.Root, u.args); callee != nil && a.local(callee.Func) {
			a.inline(s, callee, u.Trail, u.Locks)
			return
		}
	}
	s.hands = append(s.hands, u.args...)
	if u.Ref.Exported() {
		a.use(s, u)
	}
}

func (t translation) along(trail []token.Pos) []token.Pos {
	if len(trail)+len(t.trail) > maxTrail {
		return trail
	}
	return slices.Concat(trail, t.trail)
}

func (t translation) refs(refs []reference.Ref) (moved []reference.Ref) {
	for _, ref := range refs {
		if known, ok := t.a.refs.Translate(ref, t.callee); ok {
			moved = append(moved, known)
		}
	}
	return moved
}

func (t translation) signals(signals []signal) (moved []signal) {
	for _, s := range signals {
		if ref, ok := t.a.refs.Translate(s.Ref, t.callee); ok {
			moved = append(moved, signal{ref, s.kind})
		}
	}
	return moved
}

func (t translation) joins(joins []join) (moved []join) {
	for _, j := range joins {
		if ref, ok := t.a.refs.Translate(j.Ref, t.callee); ok {
			moved = append(moved, join{ref, j.kind})
		}
	}
	return moved
}

func (t translation) locks(locks []Lock) (moved []Lock) {
	for _, l := range locks {
		ref, ok := t.a.refs.Translate(l.Ref, t.callee)
		if !ok {
			if t.callee.Call == nil {
				continue
			}
			// A lock of the call's own: it still keeps the goroutines of the call apart.
			ref = reference.Ref{Root: reference.Escaped{Value: reference.Local(l.Root), Call: t.callee.Call}, Path: l.Path}
		}
		moved = append(moved, Lock{ref, l.Exclusive, l.Slot})
	}
	return moved
}

func (t translation) spawn(at ssa.Instruction, sp *Spawn) *Spawn {
	body := &step{at: at}
	free := t
	free.held = nil
	for _, u := range sp.Uses {
		free.use(body, u)
	}
	for i := range body.uses {
		body.uses[i].after = body.uses[i].own
	}
	return &Spawn{
		Kind: sp.Kind, Many: sp.Many, from: sp.from, Trail: t.along(sp.Trail), Uses: body.uses, at: at,
		signals: append(t.signals(sp.signals), body.signals...), joins: append(t.joins(sp.joins), body.joins...), ended: sp.ended, maybe: sp.maybe, requests: sp.requests,
		hands: append(t.refs(sp.hands), body.hands...),
	}
}

// call is where the callee is called; what serves requests has no call of its
// own, only the place at which it is made.
func (t translation) call(made ssa.Instruction) token.Pos {
	if len(t.trail) == 0 {
		return made.Pos()
	}
	return t.trail[len(t.trail)-1]
}

// conflict settles a conflict over an object that the callee did not know.
func (t translation) conflict(s *step, c Conflict) {
	one, other := &step{at: s.at}, &step{at: s.at}
	t.use(one, c.Beside)
	t.use(other, c.Here)
	apart := c.Beside.Ref != c.Here.Ref // the writers of a command, Stdout and Stderr
	if apart && t.sameObject(s.at.Parent(), c) {
		return // which os/exec copies to with one goroutine
	}
	for _, u := range one.uses {
		for _, h := range other.uses {
			unknown := apart && u.Type == "" && h.Type == ""
			if u.Ref != h.Ref && !unknown || !u.Write && !h.Write || t.a.shareLock(u, h) {
				continue
			}
			moved := c
			moved.Beside, moved.Here, moved.Func, moved.Call = u, h, s.at.Parent(), t.call(s.at)
			t.a.settle(s, moved)
		}
	}
}
