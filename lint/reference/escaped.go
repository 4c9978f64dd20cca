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
