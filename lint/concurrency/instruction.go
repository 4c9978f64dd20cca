package concurrency

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/go-race-audit/go-race-audit/lint/reference"
	"github.com/go-race-audit/go-race-audit/lint/unsafetype"
)

// instruction is what one instruction does.
func (a *analysis) instruction(in ssa.Instruction) *step {
	s := &step{at: in}
	switch x := in.(type) {
	case *ssa.Send:
		ch := a.channel(x.Chan)
		s.signals = append(s.signals, signal{ch, sent})
		s.joins = append(s.joins, join{ch, handsOver})
		s.handed = a.refs.Of(x.X)
		a.handedOn(s, x.Chan, x.X)
	case *ssa.MapUpdate:
		a.handedOn(s, x.Map, x.Value)
		if ref, ok := a.refs.Element(x.Map, x.Key); ok {
			s.replaced = append(s.replaced, ref)
		}
	case *ssa.Select:
		for _, state := range x.States {
			if state.Dir == types.SendOnly {
				a.handedOn(s, state.Chan, state.Send)
			}
		}
	case *ssa.UnOp:
		a.unary(s, x)
	case *ssa.Store:
		a.store(s, x)
	case *ssa.Go:
		a.goStatement(s, &x.Call)
	case *ssa.Call:
		a.call(s, &x.Call)
	case *ssa.MakeClosure:
		a.handlerLiteral(s, x)
	case *ssa.Panic:
		s.stops = true
	case *ssa.Return:
		for _, v := range x.Results {
			if _, isLoad := v.(*ssa.UnOp); !isLoad {
				s.returns = append(s.returns, a.refs.Of(v))
			}
		}
	}
	return s
}

func (a *analysis) unary(s *step, x *ssa.UnOp) {
	switch x.Op {
	case token.ARROW:
		ch := a.channel(x.X)
		s.signals = append(s.signals, signal{ch, emptied})
		if !x.CommaOk || !branchesOnOk(x) {
			s.joins = append(s.joins, join{ch, waits})
		}
	case token.MUL: // copying a struct reads it
		if name := unsafetype.Of(x.Type()); name != "" && isStruct(x.Type()) {
			a.use(s, Use{Ref: a.refs.Of(x.X), Type: name, Op: "copy", Trail: []token.Pos{x.Pos()}})
		}
	}
}

// branchesOnOk tells whether an if looks at the ok of v, ok := <-ch.
func branchesOnOk(x *ssa.UnOp) bool {
	for _, ref := range *x.Referrers() {
		ok, isExtract := ref.(*ssa.Extract)
		if !isExtract || ok.Index != 1 {
			continue
		}
		for _, use := range *ok.Referrers() {
			if _, isIf := use.(*ssa.If); isIf {
				return true
			}
		}
	}
	return false
}

func (a *analysis) store(s *step, x *ssa.Store) {
	if isConstruction(x) {
		return
	}
	t := x.Val.Type()
	if name := unsafetype.Of(t); name != "" && isStruct(t) {
		a.use(s, Use{Ref: a.refs.Of(x.Addr), Type: name, Op: "=", Write: true, Trail: []token.Pos{x.Pos()}})
	}
	switch t.Underlying().(type) {
	case *types.Pointer, *types.Interface, *types.Chan:
		s.replaced = append(s.replaced, a.refs.Of(x.Addr))
	}
}

// isConstruction tells whether a store gives a variable its first value:
// nobody else can know it yet.
func isConstruction(x *ssa.Store) bool {
	_, isAlloc := x.Addr.(*ssa.Alloc)
	zero, isConst := x.Val.(*ssa.Const)
	return isAlloc && isConst && zero.Value == nil && !reference.Follows(x, x)
}

func isStruct(t types.Type) bool {
	_, ok := t.Underlying().(*types.Struct)
	return ok
}

// channel is the object a channel is; ctx.Done() gives the same channel each
// time.
func (a *analysis) channel(v ssa.Value) reference.Ref {
	if c, ok := v.(*ssa.Call); ok && c.Call.IsInvoke() && c.Call.Method.Name() == "Done" && len(c.Call.Args) == 0 {
		return cancelled(a.refs.Of(c.Call.Value))
	}
	return a.refs.Of(v)
}

// cancelled is the channel of a context's Done.
func cancelled(ctx reference.Ref) reference.Ref {
	return reference.Ref{Root: ctx.Root, Path: ctx.Path + ".Done()"}
}

// use adds u, and the uses of what it wraps: writing to an io.MultiWriter
// writes to all its writers.
func (a *analysis) use(s *step, u Use) {
	if len(s.uses) > maxUses || unsafetype.Fixed(u.Type, u.Op) {
		return
	}
	objects := a.wrapped(u.Ref)
	if (u.Type != "" || u.Ref.Exported() || isLogger(a.refs.TypeOf(u.Ref))) && !a.onlyForwards(u, objects) {
		s.uses = append(s.uses, u)
	}
	for _, w := range objects {
		inner := u
		inner.Ref, inner.Type, inner.Write = w.ref, "", true
		inner.Locks = append(append([]Lock(nil), u.Locks...), w.locks...)
		a.typed(s, inner)
	}
}

// typed adds u under the type of its object, if that is one that matters.
func (a *analysis) typed(s *step, u Use) {
	t := a.refs.TypeOf(u.Ref)
	u.Type = unsafetype.Of(t)
	if u.Type != "" {
		u.Write = u.Write && !unsafetype.Reads(u.Type, u.Op)
		a.use(s, u)
		return
	}
	if made := a.refs.Made(u.Ref); made != nil && len(a.wrapped(u.Ref)) > 0 {
		a.use(s, u)
		return
	}
	if method := a.methodOf(t, u); method != nil {
		a.inline(s, &reference.Callee{Func: method, Args: []reference.Ref{u.Ref}}, u.Trail, u.Locks)
		return
	}
	if u.Ref.Exported() && (t == nil || types.IsInterface(t) || isLogger(t)) {
		a.use(s, u)
	}
}

// methodOf is the method that u calls, or Write, of a type of this package.
func (a *analysis) methodOf(t types.Type, u Use) *ssa.Function {
	ptr, ok := t.(*types.Pointer)
	if !ok {
		return nil
	}
	named, ok := types.Unalias(ptr.Elem()).(*types.Named)
	if !ok || named.Obj().Pkg() != a.pkg.Pkg {
		return nil
	}
	var write *types.Func
	for i := range named.NumMethods() {
		switch m := named.Method(i); m.Name() {
		case u.Op:
			return a.pkg.Prog.FuncValue(m)
		case "Write":
			write = m
		}
	}
	if write == nil || u.method {
		return nil
	}
	return a.pkg.Prog.FuncValue(write)
}
