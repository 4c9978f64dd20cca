package reference

import "golang.org/x/tools/go/ssa"

// Escaped is a variable of a function that a literal it returned keeps alive:
// another one for each call.
type Escaped struct {
	ssa.Value
	Call *ssa.Call
}

// Local is the value itself, without the call that let it escape.
func Local(v ssa.Value) ssa.Value {
	if e, ok := v.(Escaped); ok {
		return e.Value
	}
	return v
}

// Escapes tells whether ref is a variable that a literal which fn returns
// keeps alive.
func (r *Resolver) Escapes(fn *ssa.Function, ref Ref) bool {
	if ref.Exported() || ref.Root == nil {
		return false
	}
	kept, known := r.kept[fn]
	if !known {
		kept = map[ssa.Value]bool{}
		r.kept[fn] = kept
		for _, closure := range returnedLiterals(fn) {
			for _, bound := range closure.Bindings {
				kept[r.Of(bound).Root] = true
			}
		}
	}
	return kept[Local(ref.Root)]
}

// Reaches tells whether callers of fn can come to ref by what it returns: a
// variable that a literal keeps, the object made, or one put in a field of it.
func (r *Resolver) Reaches(fn *ssa.Function, ref Ref) bool {
	if r.Escapes(fn, ref) {
		return true
	}
	if ref.Exported() || ref.Root == nil {
		return false
	}
	parts, known := r.parts[fn]
	if !known {
		parts = map[ssa.Value]bool{}
		r.parts[fn] = parts
		for _, result := range r.returned(fn, 0) {
			if made, ok := result.Root.(*ssa.Alloc); ok && result.Path == "" {
				for _, v := range fieldValues(made) {
					parts[r.Of(v).Root] = true
				}
			}
			if result.Path == "" && result.Root != nil {
				parts[result.Root] = true
			}
		}
	}
	if e, ok := ref.Root.(Escaped); ok && parts[e.Call] { // by what another constructor returned
		return true
	}
	return parts[Local(ref.Root)]
}

// fieldValues are the values put in fields of a struct where it is made.
func fieldValues(made *ssa.Alloc) (values []ssa.Value) {
	for _, use := range *made.Referrers() {
		if fa, ok := use.(*ssa.FieldAddr); ok && fa.X == ssa.Value(made) {
			for _, st := range storesTo(fa) {
				if refersTo(st.Val.Type()) {
					values = append(values, st.Val)
				}
			}
		}
	}
	return values
}

// madeBy is ref of the frame of callee as its caller names what it returns.
func (r *Resolver) madeBy(ref Ref, callee *Callee) (Ref, bool) {
	for i, result := range r.returned(callee.Func, 0) {
		if result.Path != "" || result.Root != ref.Root {
			continue
		}
		if callee.Func.Signature.Results().Len() == 1 {
			return Ref{Root: callee.Call, Path: ref.Path}, true
		}
		for _, use := range *callee.Call.Referrers() {
			if part, ok := use.(*ssa.Extract); ok && part.Index == i {
				return Ref{Root: part, Path: ref.Path}, true
			}
		}
	}
	return ref, false
}

// returnedLiterals are the literals with variables among the results of fn.
func returnedLiterals(fn *ssa.Function) (closures []*ssa.MakeClosure) {
	for _, b := range fn.Blocks {
		ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return)
		if !ok {
			continue
		}
		for _, v := range ret.Results {
			if made, ok := v.(*ssa.MakeClosure); ok {
				closures = append(closures, made)
			}
		}
	}
	return closures
}

// returnedLiteral is the literal that the call returns, with the variables it
// keeps.
func (r *Resolver) returnedLiteral(c *ssa.Call, index int, args []Ref) *Callee {
	maker, results := r.results(c, 0)
	if maker == nil || index >= len(results) || results[index].Path != "" {
		return nil
	}
	made, ok := results[index].Root.(*ssa.MakeClosure)
	if !ok {
		return nil
	}
	callee := r.closure(made, args)
	if callee == nil {
		return nil
	}
	maker.Call = c
	for i, bound := range callee.Bindings {
		if callee.Bindings[i], ok = r.Translate(bound, maker); !ok {
			return nil
		}
	}
	return callee
}
