package concurrency

import (
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/go-race-audit/go-race-audit/lint/launch"
	"github.com/go-race-audit/go-race-audit/lint/reference"
	"github.com/go-race-audit/go-race-audit/lint/unsafetype"
)

// call adds what a call does to s.
func (a *analysis) call(s *step, c *ssa.CallCommon) {
	if b, ok := c.Value.(*ssa.Builtin); ok {
		switch b.Name() {
		case "close":
			s.signals = append(s.signals, signal{a.channel(c.Args[0]), closed})
		case "append":
			for _, v := range elements(c.Args[1]) {
				a.handedOn(s, c.Args[0], v)
			}
		}
		return
	}
	if lock, op := a.lockOp(c); op != "" {
		switch op {
		case "Lock", "RLock":
			s.acquires = append(s.acquires, lock)
		case "Unlock", "RUnlock":
			s.releases = append(s.releases, lock)
		}
		return
	}
	if c.IsInvoke() {
		a.invoke(s, c)
		return
	}
	callee := a.refs.Static(c)
	if callee == nil {
		a.dynamic(s, c)
		return
	}
	if obj, ok := callee.Func.Object().(*types.Func); ok {
		if a.known(s, launch.FullName(obj), c, callee) || a.launched(s, obj, c) {
			return
		}
	}
	if a.local(callee.Func) {
		if call, ok := s.at.(*ssa.Call); ok && &call.Call == c {
			callee.Call = call
		}
		a.inlined(s, c, callee)
		return
	}
	if obj, ok := callee.Func.Object().(*types.Func); ok && a.remote(s, obj, c, callee.Args) {
		return
	}
	a.foreign(s, c, callee)
}

// inlined adds what a function of the package does. What it starts for an object
// that it returns ends when that is closed.
func (a *analysis) inlined(s *step, c *ssa.CallCommon, callee *reference.Callee) {
	spawns, uses := len(s.spawns), len(s.uses)
	a.inline(s, callee, []token.Pos{c.Pos()}, nil)
	a.returnedLocks(s)
	for _, sp := range s.spawns[spawns:] {
		sp.signals = append(sp.signals, a.ofResult(s)...)
	}
	if callee.Func.Signature.Recv() == nil || !s.waits || !waiter(")."+callee.Func.Name()) {
		return
	}
	closing := join{callee.Args[0], waits}
	s.joins = append(s.joins, closing)
	for i := range s.uses[uses:] {
		s.uses[uses+i].own = append(s.uses[uses+i].own, closing)
	}
}

// local tells whether the body of fn is in this package.
func (a *analysis) local(fn *ssa.Function) bool {
	return fn.Blocks != nil && (fn.Pkg == a.pkg.Package || fn.Parent() != nil)
}

// lockOp recognises the methods of locks by name, so that a type of the
// project's own counts as one.
func (a *analysis) lockOp(c *ssa.CallCommon) (Lock, string) {
	name, recv := "", ssa.Value(nil)
	if c.IsInvoke() {
		name, recv = c.Method.Name(), c.Value
	} else if fn := c.StaticCallee(); fn != nil && fn.Signature.Recv() != nil && len(c.Args) == 1 {
		name, recv = fn.Name(), c.Args[0]
	}
	switch name {
	case "Lock", "Unlock", "TryLock":
		return Lock{Ref: a.refs.Of(recv), Exclusive: true}, name
	case "RLock", "RUnlock", "TryRLock":
		return Lock{Ref: a.refs.Of(recv)}, name
	}
	return Lock{}, ""
}

// invoke is a call of a method of an interface.
func (a *analysis) invoke(s *step, c *ssa.CallCommon) {
	ref, name := a.refs.Of(c.Value), c.Method.Name()
	a.hand(s, c.Args)
	trail := []token.Pos{c.Pos()}
	if t := unsafetype.Of(c.Value.Type()); t != "" {
		a.use(s, Use{Ref: ref, Type: t, Op: name, Write: !unsafetype.Reads(t, name), Trail: trail})
		return
	}
	switch {
	case strings.HasPrefix(name, "Write") || strings.HasPrefix(name, "Read"):
		a.typed(s, Use{Ref: ref, Op: name, Write: true, Trail: trail})
	case name == "Wait":
		s.joins = append(s.joins, join{ref, waits})
	case a.ownInterface(c.Value.Type()):
		a.typed(s, Use{Ref: ref, Op: name, Write: true, method: true, Trail: trail})
	}
	a.arguments(s, c, c.Args, name)
}

// hand notes the objects of this package that s gives to an unknown function.
func (a *analysis) hand(s *step, args []ssa.Value) {
	for _, v := range args {
		if strings.HasPrefix(unsafetype.Name(v.Type()), a.pkg.Pkg.Path()+".") {
			s.hands = append(s.hands, a.refs.Of(v))
		}
	}
}

// ownInterface tells whether t is an interface that this package declares: its
// implementations are likely here too.
func (a *analysis) ownInterface(t types.Type) bool {
	named, ok := types.Unalias(t).(*types.Named)
	return ok && named.Obj().Pkg() == a.pkg.Pkg
}

// dynamic is a call of a function value.
func (a *analysis) dynamic(s *step, c *ssa.CallCommon) {
	ref := a.refs.Of(c.Value)
	if ctx, ok := cancels(ref.Root); ok && ref.Path == "" {
		s.signals = append(s.signals, signal{cancelled(reference.Ref{Root: ctx}), done})
		return
	}
	for _, arg := range c.Args { // the body of a range over a function
		if body := a.refs.Function(arg, nil); body != nil && strings.HasPrefix(body.Func.Synthetic, "range-over-func") {
			before := len(s.spawns)
			a.inline(s, body, []token.Pos{c.Pos()}, nil)
			again(s.spawns[before:])
		}
	}
	if waitsByName(ref) {
		s.joins = append(s.joins, join{ref, over})
	}
	a.hand(s, c.Args)
	if !retains(c.Signature()) {
		a.arguments(s, c, c.Args, "call")
	}
	if ref.Exported() {
		a.use(s, Use{Ref: ref, call: true, args: a.refs.All(c.Args), Trail: []token.Pos{c.Pos()}})
	}
}

// waitsByName tells whether a function value is kept in a field called wait: the Wait of
// whatever was started.
func waitsByName(ref reference.Ref) bool {
	fields := ref.Fields()
	return len(fields) > 0 && strings.EqualFold(fields[len(fields)-1], "wait")
}

// again marks what a function starts that may run several times.
func again(spawns []*Spawn) {
	for _, sp := range spawns {
		sp.Many = true
	}
}

// cancels finds the context that a cancel function cancels.
func cancels(cancel ssa.Value) (ctx ssa.Value, ok bool) {
	second, ok := cancel.(*ssa.Extract)
	if !ok || second.Index != 1 {
		return nil, false
	}
	call, ok := second.Tuple.(*ssa.Call)
	if !ok {
		return nil, false
	}
	fn := call.Call.StaticCallee()
	if fn == nil || fn.Pkg == nil || fn.Pkg.Pkg.Path() != "context" {
		return nil, false
	}
	for _, ref := range *call.Referrers() {
		if first, ok := ref.(*ssa.Extract); ok && first.Index == 0 {
			return first, true
		}
	}
	return nil, false
}

// foreign is a call of a function outside the package.
func (a *analysis) foreign(s *step, c *ssa.CallCommon, callee *reference.Callee) {
	fn, args := callee.Func, c.Args
	a.readsPipe(s, args)
	if recv := fn.Signature.Recv(); recv != nil && len(callee.Args) > 0 {
		t, ref := unsafetype.Of(recv.Type()), callee.Args[0]
		if len(args) == len(callee.Args) {
			args = args[1:]
		}
		switch {
		case t != "":
			a.use(s, Use{Ref: ref, Type: t, Op: fn.Name(), Write: !unsafetype.Reads(t, fn.Name()), Trail: []token.Pos{c.Pos()}})
		case isLogger(recv.Type()) && fn.Name() == "SetOutput" && len(args) == 1:
			s.redirects = append(s.redirects, redirect{ref, a.refs.Of(args[0])})
			return
		case isLogger(recv.Type()) && !strings.HasPrefix(fn.Name(), "Set"):
			a.typed(s, Use{Ref: ref, Op: fn.Name(), Write: true, Trail: []token.Pos{c.Pos()}})
			return
		}
	}
	a.callbacks(s, c, fn)
	a.awaited(s, c)
	if !retains(fn.Signature) && !keepers(fn.Name()) {
		a.arguments(s, c, args, fn.Name())
	}
}

// arguments are used by the callee at once.
func (a *analysis) arguments(s *step, c *ssa.CallCommon, args []ssa.Value, op string) {
	params := c.Signature().Params()
	for i, v := range args {
		ref := a.refs.Of(v)
		u := Use{Ref: ref, Op: op, Write: true, Trail: []token.Pos{c.Pos()}}
		if t := unsafetype.Of(v.Type()); t != "" && !types.IsInterface(v.Type()) {
			if _, isPtr := v.Type().Underlying().(*types.Pointer); isPtr {
				u.Type, u.Write = t, !strings.HasPrefix(t, "math/big.")
				a.use(s, u)
			}
			continue
		}
		if i < params.Len() {
			if u.Op = streams(params.At(i).Type()); u.Op != "" {
				a.typed(s, u)
			}
		}
	}
}
