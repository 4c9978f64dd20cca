package concurrency

import (
	"go/token"
	"go/types"
	"sync"

	"golang.org/x/tools/go/ssa"

	"github.com/go-race-audit/go-race-audit/lint/launch"
	"github.com/go-race-audit/go-race-audit/lint/reference"
	"github.com/go-race-audit/go-race-audit/lint/unsafetype"
)

// place is where functions wait for a goroutine to run them: a field of a type
// ("pkg.Pool.jobs"), or a variable.
type place struct {
	field string
	v     ssa.Value
}

// takers tell how the functions of a place are run.
type takers struct {
	// many: by several goroutines at once.
	many bool
	// again: each of them whenever something happens, not once.
	again bool
}

// starts is where a function is started on a goroutine.
type starts struct {
	calls []*ssa.CallCommon
	loop  bool
}

// queues finds the channels, slices and maps whose functions goroutines run.
func (a *analysis) queues() map[place]takers {
	started := sync.OnceValue(a.started)
	found := map[place]takers{}
	for _, fn := range a.pkg.Funcs {
		for _, b := range fn.Blocks {
			for _, in := range b.Instrs {
				c, ok := in.(ssa.CallInstruction)
				if !ok || c.Common().IsInvoke() {
					continue
				}
				from, again := a.takenFrom(c.Common().Value, started)
				if from == (place{}) {
					continue
				}
				_, isGo := in.(*ssa.Go)
				if by, runs := started()[fn]; isGo || runs && by.loop {
					found[from] = takers{many: true, again: again || found[from].again}
				}
			}
		}
	}
	return found
}

// started finds the functions that go statements and launchers start.
func (a *analysis) started() map[*ssa.Function]starts {
	all := map[*ssa.Function]starts{}
	add := func(in ssa.Instruction, v ssa.Value, c *ssa.CallCommon) {
		if callee := a.refs.Function(v, nil); callee != nil {
			s := all[callee.Func]
			all[callee.Func] = starts{append(s.calls, c), s.loop || reference.Follows(in, in)}
		}
	}
	for _, fn := range a.pkg.Funcs {
		for _, b := range fn.Blocks {
			for _, in := range b.Instrs {
				switch x := in.(type) {
				case *ssa.Go:
					if !x.Call.IsInvoke() {
						add(in, x.Call.Value, &x.Call)
					}
				case *ssa.Call:
					if v := launchedValue(&x.Call); v != nil {
						add(in, v, &ssa.CallCommon{})
					}
				}
			}
		}
	}
	return all
}

// launchedValue is the function that a known launcher starts.
func launchedValue(c *ssa.CallCommon) ssa.Value {
	fn := c.StaticCallee()
	if fn == nil {
		return nil
	}
	obj, ok := fn.Object().(*types.Func)
	if !ok {
		return nil
	}
	l, ok := launch.Lookup(obj)
	if !ok || l.Trigger != launch.TriggerCall {
		return nil
	}
	i := l.Arg
	if obj.Signature().Recv() != nil {
		i++
	}
	if i >= len(c.Args) {
		return nil
	}
	return c.Args[i]
}

// takenFrom is the place that the function value v came out of, if it did.
func (a *analysis) takenFrom(v ssa.Value, started func() map[*ssa.Function]starts) (from place, again bool) {
	if ref := a.refs.Of(v); ref.Path == "" {
		v = ref.Root
	}
	switch x := v.(type) {
	case *ssa.FreeVar:
		if bound := binding(x); bound != nil {
			return a.takenFrom(bound, started)
		}
	case *ssa.UnOp:
		if x.Op == token.ARROW {
			return a.placeOf(x.X, started), false
		}
		if element, ok := x.X.(*ssa.IndexAddr); ok {
			return a.placeOf(element.X, started), true
		}
	case *ssa.Lookup:
		return a.placeOf(x.X, started), true
	case *ssa.Extract:
		switch tuple := x.Tuple.(type) {
		case *ssa.UnOp:
			return a.placeOf(tuple.X, started), false
		case *ssa.Lookup:
			return a.placeOf(tuple.X, started), true
		case *ssa.Next:
			if over, ok := tuple.Iter.(*ssa.Range); ok && x.Index == 2 {
				return a.placeOf(over.X, started), true
			}
		}
	}
	return place{}, false
}

// placeOf is the place that a channel, slice or map is kept in.
func (a *analysis) placeOf(v ssa.Value, started func() map[*ssa.Function]starts) place {
	switch x := v.(type) {
	case *ssa.UnOp:
		return a.placeOf(x.X, started)
	case *ssa.FieldAddr:
		if name := unsafetype.Name(x.X.Type()); name != "" {
			return place{field: name + "." + reference.FieldName(x.X.Type(), x.Field)}
		}
	case *ssa.FreeVar:
		if bound := binding(x); bound != nil {
			return a.placeOf(bound, started)
		}
	case *ssa.Global, *ssa.Alloc, *ssa.MakeChan:
		return place{v: v}
	case *ssa.ChangeType: // a channel of one direction
		return a.placeOf(x.X, started)
	case *ssa.Parameter:
		if started == nil {
			return place{}
		}
		for i, p := range x.Parent().Params {
			for _, c := range started()[x.Parent()].calls {
				if p == x && i < len(c.Args) {
					return a.placeOf(c.Args[i], nil)
				}
			}
		}
	}
	return place{}
}

// binding is what a literal was made with for its variable.
func binding(v *ssa.FreeVar) ssa.Value {
	fn := v.Parent()
	if fn.Parent() == nil {
		return nil
	}
	for _, b := range fn.Parent().Blocks {
		for _, in := range b.Instrs {
			made, ok := in.(*ssa.MakeClosure)
			if !ok || made.Fn != ssa.Value(fn) {
				continue
			}
			for i, free := range fn.FreeVars {
				if free == v && i < len(made.Bindings) {
					return made.Bindings[i]
				}
			}
		}
	}
	return nil
}

// handedOn adds the goroutines that run the function v, which s put in the
// place where, if some do.
func (a *analysis) handedOn(s *step, where, v ssa.Value) {
	if _, isFunc := v.Type().Underlying().(*types.Signature); !isFunc || len(a.takers) == 0 {
		return
	}
	by, ok := a.takers[a.placeOf(where, nil)]
	if !ok || !by.many {
		return
	}
	body := &step{at: s.at}
	trail := []token.Pos{s.at.Pos()}
	if callee := a.refs.Function(v, nil); callee != nil {
		if a.local(callee.Func) {
			a.inline(body, callee, trail, nil)
		}
	} else if ref := a.refs.Of(v); ref.Exported() {
		a.use(body, Use{Ref: ref, call: true, Trail: trail})
	}
	a.beside(s, body, &Spawn{Kind: Queued, Many: by.again, Trail: trail}, false)
}
