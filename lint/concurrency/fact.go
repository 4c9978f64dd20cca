package concurrency

import (
	"fmt"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/go-race-audit/go-race-audit/lint/reference"
)

// Fact is what other packages learn of a function: what it leaves running.
type Fact struct {
	// Spawns are the goroutines that may outlive a call.
	Spawns []SpawnFact
	// Runs are the parameters, receiver first, that it calls before it returns.
	Runs []int
}

// SpawnFact is one goroutine.
type SpawnFact struct {
	Uses []UseFact
	// Done are the parameters that hear of its end.
	Done []int
	// Many: several at once. Ended: over when the function returns.
	Many, Ended bool
}

// UseFact is what the goroutine does with a parameter.
type UseFact struct {
	Param       int
	Call, Write bool
	Op, Type    string
}

// AFact marks Fact as one for go/analysis.
func (*Fact) AFact() {}

func (f *Fact) String() string { return fmt.Sprintf("concurrency: %+v", *f) }

// facts are the facts of the package's functions.
func (a *analysis) facts() map[*types.Func]*Fact {
	facts := map[*types.Func]*Fact{}
	for _, fn := range a.pkg.Funcs {
		obj, ok := fn.Object().(*types.Func)
		if !ok || a.inTest(fn.Pos()) {
			continue
		}
		if f := factOf(fn, a.summary(fn)); len(f.Spawns)+len(f.Runs) > 0 {
			facts[obj] = f
		}
	}
	return facts
}

func factOf(fn *ssa.Function, sum *summary) *Fact {
	f := &Fact{}
	param := func(ref reference.Ref) int {
		if ref.Path != "" {
			return -1
		}
		return slices.IndexFunc(fn.Params, func(p *ssa.Parameter) bool { return ref.Root == ssa.Value(p) })
	}
	for _, u := range sum.uses {
		if i := param(u.Ref); u.call && i >= 0 && !slices.Contains(f.Runs, i) {
			f.Runs = append(f.Runs, i)
		}
	}
	for _, sp := range sum.spawns {
		s := SpawnFact{Many: sp.Many, Ended: sp.ended}
		for _, u := range sp.Uses {
			if i := param(u.Ref); i >= 0 && len(u.Locks) == 0 {
				s.Uses = append(s.Uses, UseFact{i, u.call, u.Write, u.Op, u.Type})
			}
		}
		for _, sig := range sp.signals {
			if i := param(sig.Ref); i >= 0 {
				s.Done = append(s.Done, i)
			}
		}
		if len(s.Uses) > 0 {
			f.Spawns = append(f.Spawns, s)
		}
	}
	return f
}

// ofResult are the signals that Close or Wait of what the call at s returns
// waits for.
func (a *analysis) ofResult(s *step) (signals []signal) {
	made, ok := s.at.(*ssa.Call)
	if !ok {
		return nil
	}
	add := func(v ssa.Value) {
		signals = append(signals, signal{a.refs.Of(v), done})
		for _, use := range *v.Referrers() {
			if st, ok := use.(*ssa.Store); ok && st.Val == v { // a struct in a variable
				signals = append(signals, signal{a.refs.Of(st.Addr), done})
			}
		}
	}
	add(made)
	for _, use := range *made.Referrers() {
		if part, ok := use.(*ssa.Extract); ok && part.Index == 0 {
			add(part)
		}
	}
	return signals
}

// remote adds what a function of another package of the user's modules leaves
// running, and tells whether anything is known of it.
func (a *analysis) remote(s *step, obj *types.Func, c *ssa.CallCommon, args []reference.Ref) bool {
	fact := a.learned(obj.Origin())
	if fact == nil {
		return false
	}
	for _, i := range fact.Runs {
		if i < len(args) {
			a.run(s, Use{Ref: args[i], call: true, Trail: []token.Pos{c.Pos()}})
		}
	}
	for _, sf := range fact.Spawns {
		body := &step{at: s.at}
		sp := &Spawn{Many: sf.Many, Trail: []token.Pos{c.Pos()}}
		for _, u := range sf.Uses {
			if u.Param >= len(args) {
				continue
			}
			use := Use{Ref: args[u.Param], Op: u.Op, Write: u.Write, call: u.Call, Trail: []token.Pos{c.Pos()}}
			if u.Call {
				a.run(body, use)
			} else {
				a.typed(body, use)
			}
		}
		for _, i := range sf.Done {
			if i < len(args) {
				sp.signals = append(sp.signals, signal{args[i], done}, signal{args[i], sent})
			}
		}
		sp.signals = append(sp.signals, a.ofResult(s)...)
		if obj.Signature().Recv() != nil && len(args) > 0 { // group.Go, which Wait of the group ends
			sp.signals = append(sp.signals, signal{args[0], done})
		}
		a.beside(s, body, sp, sf.Ended)
	}
	return true
}
