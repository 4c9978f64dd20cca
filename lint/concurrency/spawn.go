package concurrency

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/go-race-audit/go-race-audit/lint/launch"
	"github.com/go-race-audit/go-race-audit/lint/reference"
)

// goStatement adds the goroutine that a go statement starts.
func (a *analysis) goStatement(s *step, c *ssa.CallCommon) {
	body := &step{at: s.at}
	a.call(body, c)
	a.beside(s, body, &Spawn{Trail: []token.Pos{s.at.Pos()}}, false)
}

// start adds the goroutine that runs the i-th argument of a call.
func (a *analysis) start(s *step, c *ssa.CallCommon, i int, sp *Spawn, joined bool) {
	body := &step{at: s.at}
	a.inlineArg(body, c, i, a.oneAtATime(s, c))
	sp.Trail = []token.Pos{c.Pos()}
	a.beside(s, body, sp, joined)
}

// oneAtATime is a lock that the functions of an errgroup hold when its limit is 1, which may be
// set in a function around the one that starts them.
func (a *analysis) oneAtATime(s *step, c *ssa.CallCommon) []Lock {
	group := a.refs.Of(c.Args[0])
	outer := group
	for fn := s.at.Parent(); fn != nil; fn = fn.Parent() {
		if a.limitsToOne(fn, outer) {
			return []Lock{{Ref: group, Exclusive: true}}
		}
		outer = a.bound(fn, outer)
	}
	return nil
}

// limitsToOne tells whether fn sets the limit of an errgroup to 1.
func (a *analysis) limitsToOne(fn *ssa.Function, group reference.Ref) bool {
	for _, b := range fn.Blocks {
		for _, in := range b.Instrs {
			call, ok := in.(*ssa.Call)
			if !ok || len(call.Call.Args) != 2 {
				continue
			}
			callee := call.Call.StaticCallee()
			if callee == nil || callee.String() != "(*golang.org/x/sync/errgroup.Group).SetLimit" || a.refs.Of(call.Call.Args[0]) != group {
				continue
			}
			if limit, ok := lastConst(&call.Call); ok && limit == 1 {
				return true
			}
		}
	}
	return false
}

// bound is what the function around the literal fn calls a variable of it.
func (a *analysis) bound(fn *ssa.Function, ref reference.Ref) reference.Ref {
	free, ok := ref.Root.(*ssa.FreeVar)
	if !ok || fn.Parent() == nil {
		return ref
	}
	for _, b := range fn.Parent().Blocks {
		for _, in := range b.Instrs {
			if made, ok := in.(*ssa.MakeClosure); ok && made.Fn == fn {
				return a.refs.Extend(a.refs.Of(made.Bindings[slices.Index(fn.FreeVars, free)]), ref)
			}
		}
	}
	return ref
}

// beside makes what body does a goroutine of its own.
func (a *analysis) beside(s, body *step, sp *Spawn, joined bool) {
	for i := range body.uses {
		body.uses[i].after = body.uses[i].own
	}
	sp.Uses, sp.joins, sp.at = body.uses, body.joins, s.at
	sp.signals = append(sp.signals, body.signals...)
	sp.from = s.at.Parent()
	sp.requests, sp.hands = body.requests, body.hands
	s.pending = append(s.pending, body.pending...)
	sp.ended = joined
	s.spawns = append(append(s.spawns, sp), body.spawns...)
}

// launched adds the goroutine that a known launcher starts, and tells whether
// fn is one.
func (a *analysis) launched(s *step, fn *types.Func, c *ssa.CallCommon) bool {
	l, ok := launch.Lookup(fn)
	if !ok {
		return false
	}
	if l.Trigger == launch.TriggerRequest { // seen by the signature of what runs
		return true
	}
	i, sp := l.Arg, &Spawn{Many: l.Many}
	if !c.IsInvoke() && fn.Signature().Recv() != nil {
		i++
	}
	if l.Trigger != launch.TriggerCall {
		sp.Kind = Timer
	}
	if made, ok := s.at.(*ssa.Call); ok && sp.Kind == Timer {
		sp.signals = append(sp.signals, signal{stopped(a.refs.Of(made)), done})
	}
	if l.Join == launch.JoinWait && i > 0 {
		sp.signals = append(sp.signals, signal{a.refs.Of(c.Args[0]), done})
	}
	a.start(s, c, i, sp, l.Join == launch.JoinReturn)
	return true
}

// stopped is what a Stop of timer that says true waits for: its function will
// not run any more.
func stopped(timer reference.Ref) reference.Ref {
	return reference.Ref{Root: timer.Root, Path: timer.Path + ".Stop()"}
}

// subtest is t.Run: a parallel subtest runs beside the others of its parent.
func (a *analysis) subtest(s *step, c *ssa.CallCommon) {
	callee := a.refs.Function(c.Args[len(c.Args)-1], nil)
	if callee == nil || !a.local(callee.Func) {
		return
	}
	body := &step{at: s.at}
	a.inline(body, callee, []token.Pos{c.Pos()}, nil)
	if a.parallel[callee.Func] {
		a.beside(s, body, &Spawn{Kind: Subtest, Trail: []token.Pos{c.Pos()}}, false)
		return
	}
	s.uses = append(s.uses, body.uses...)
	s.signals = append(s.signals, body.signals...)
	s.joins = append(s.joins, body.joins...)
	s.pending = append(s.pending, body.pending...)
	for _, sp := range body.spawns {
		if sp.Kind != Subtest { // t.Run returns when its parallel subtests are over
			s.spawns = append(s.spawns, sp)
		}
	}
}

// callbacks adds what literals do that a function of another package runs
// before it returns.
func (a *analysis) callbacks(s *step, c *ssa.CallCommon, fn *ssa.Function) {
	if fn.Pkg == nil || !runsAtOnce[fn.Pkg.Pkg.Path()] {
		return
	}
	for i, v := range c.Args {
		if _, ok := v.Type().Underlying().(*types.Signature); ok {
			before := len(s.spawns)
			a.inlineArg(s, c, i, nil)
			again(s.spawns[before:])
		}
	}
}

// runsAtOnce are the packages whose functions run the functions they are given
// before they return.
var runsAtOnce = map[string]bool{
	"sort": true, "slices": true, "maps": true, "strings": true, "bytes": true, "path/filepath": true, "io/fs": true, "sync": true, "go/ast": true, "flag": true,
}
