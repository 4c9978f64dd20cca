package reference

import (
	"golang.org/x/tools/go/ssa"
)

// Callee is a function whose body is known, with the objects it runs on.
type Callee struct {
	Func     *ssa.Function
	Args     []Ref
	Bindings []Ref
	// Call is the call that runs it, nil where that is not one of its own.
	Call *ssa.Call
}

// Static finds the function a call runs, nil when it is only known at run time.
func (r *Resolver) Static(c *ssa.CallCommon) *Callee {
	if c.IsInvoke() {
		return nil
	}
	return r.Function(c.Value, r.All(c.Args))
}

// All resolves each value.
func (r *Resolver) All(values []ssa.Value) []Ref {
	refs := make([]Ref, len(values))
	for i, v := range values {
		refs[i] = r.Of(v)
	}
	return refs
}

// Function finds the function that v is, called with args.
func (r *Resolver) Function(v ssa.Value, args []Ref) *Callee {
	switch f := v.(type) {
	case *ssa.Function:
		return r.function(f, args)
	case *ssa.MakeClosure:
		return r.closure(f, args)
	}
	ref := r.Of(v)
	if ref.Path != "" {
		return nil
	}
	switch root := ref.Root.(type) {
	case *ssa.Function, *ssa.MakeClosure:
		if ref.Root != v {
			return r.Function(ref.Root, args)
		}
	case *ssa.Call:
		return r.returnedLiteral(root, 0, args)
	case *ssa.Extract:
		if call, ok := root.Tuple.(*ssa.Call); ok {
			return r.returnedLiteral(call, root.Index, args)
		}
	}
	return nil
}

// function is fn itself, or the method that a wrapper made for T.M calls.
func (r *Resolver) function(fn *ssa.Function, args []Ref) *Callee {
	fn = origin(fn)
	if fn.Blocks == nil || fn.Synthetic == "" {
		return &Callee{Func: fn, Args: args}
	}
	if method, ok := methodOf(fn); ok && fn.Parent() == nil && len(args) > 0 {
		return &Callee{Func: method, Args: args}
	}
	return &Callee{Func: fn, Args: args}
}

// closure is a literal with its variables, or a method value with its receiver.
func (r *Resolver) closure(c *ssa.MakeClosure, args []Ref) *Callee {
	fn := c.Fn.(*ssa.Function)
	if fn.Parent() != nil || len(c.Bindings) != 1 {
		return &Callee{Func: fn, Args: args, Bindings: r.All(c.Bindings)}
	}
	method, ok := methodOf(fn)
	if !ok {
		return nil
	}
	return &Callee{Func: method, Args: append([]Ref{r.Of(c.Bindings[0])}, args...)}
}

// Translate is ref of the callee's frame as the caller knows it.
func (r *Resolver) Translate(ref Ref, c *Callee) (Ref, bool) {
	actual, ok := c.Actual(ref.Root)
	if !ok {
		switch ref.Root.(type) {
		case *ssa.Global, *ssa.Function:
			return ref, true
		}
		if c.Call == nil || !r.Reaches(c.Func, ref) {
			return ref, false
		}
		if moved, ok := r.madeBy(ref, c); ok {
			return moved, true
		}
		return Ref{Root: Escaped{Local(ref.Root), c.Call}, Path: ref.Path}, true
	}
	if actual.Root == nil {
		return ref, false
	}
	return r.Extend(actual, ref), true
}

// Actual is what the caller gave for a parameter or a free variable.
func (c *Callee) Actual(root ssa.Value) (Ref, bool) {
	switch x := root.(type) {
	case *ssa.Parameter:
		for i, p := range c.Func.Params {
			if p == x && i < len(c.Args) {
				return c.Args[i], true
			}
		}
	case *ssa.FreeVar:
		for i, v := range c.Func.FreeVars {
			if v == x && i < len(c.Bindings) {
				return c.Bindings[i], true
			}
		}
	}
	return Ref{}, false
}

// call is the object a function of the package returns when every return
// gives the same part of what it was given.
func (r *Resolver) call(c *ssa.Call, index, depth int) Ref {
	callee, results := r.results(c, depth)
	if index >= len(results) || !results[index].Exported() {
		return Ref{Root: c}
	}
	ref, ok := r.Translate(results[index], callee)
	if !ok {
		return Ref{Root: c}
	}
	return ref
}

// results lists what the function that c runs returns.
func (r *Resolver) results(c *ssa.Call, depth int) (*Callee, []Ref) {
	if depth > maxDepth/2 {
		return nil, nil
	}
	callee := r.Static(&c.Call)
	if callee == nil {
		return nil, nil
	}
	return callee, r.returned(callee.Func, depth)
}

// constructed is the object a constructor of the package put in a field of
// what it returned.
func (r *Resolver) constructed(c *ssa.Call, field string, depth int) (Ref, bool) {
	callee, results := r.results(c, depth)
	if len(results) == 0 || results[0].Path != "" {
		return Ref{}, false
	}
	callee.Call = c
	if inner, ok := results[0].Root.(*ssa.Call); ok { // one constructor calls another
		if ref, ok := r.constructed(inner, field, depth+1); ok {
			return r.Translate(ref, callee)
		}
	}
	a, ok := results[0].Root.(*ssa.Alloc)
	if !ok {
		return Ref{}, false
	}
	v := onlyValue(fieldStores(a, field))
	if v == nil {
		return Ref{}, false
	}
	return r.Translate(r.of(v, depth+1), callee)
}

// returned lists the objects a function of the package returns, with a zero
// Ref for those that differ from return to return; nil is no object.
func (r *Resolver) returned(fn *ssa.Function, depth int) []Ref {
	if refs, ok := r.returns[fn]; ok {
		return refs
	}
	r.returns[fn] = nil // a recursive function returns what is unknown
	var refs []Ref
	for _, b := range fn.Blocks {
		ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return)
		if !ok {
			continue
		}
		first := refs == nil
		if first {
			refs = make([]Ref, len(ret.Results))
		}
		for i, v := range ret.Results {
			if ref := r.of(v, depth+1); first || isConst(refs[i].Root) {
				refs[i] = ref
			} else if refs[i] != ref && !isConst(v) {
				refs[i] = Ref{}
			}
		}
	}
	r.returns[fn] = refs
	return refs
}
