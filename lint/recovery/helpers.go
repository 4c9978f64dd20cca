package recovery

import (
	"go/types"
	"sort"
)

// collectHelpers finds the functions of the user's modules that are enough to
// defer, own ones first.
func (r *Info) collectHelpers() {
	add := func(fn *types.Func, fact *Fact) {
		sig := fn.Signature()
		if fact.Helper && sig.Recv() == nil && sig.Params().Len() == 0 && sig.TypeParams() == nil {
			r.helpers = append(r.helpers, fn)
		}
	}
	for _, fn := range r.ordered {
		add(fn, r.facts[fn])
	}
	own := len(r.helpers)
	for _, known := range r.pass.AllObjectFacts() {
		if fn, ok := known.Object.(*types.Func); ok && fn.Pkg() != r.pass.Pkg {
			add(fn, known.Fact.(*Fact))
		}
	}
	sort.Slice(r.helpers[own:], func(i, j int) bool {
		return r.helpers[own+i].FullName() < r.helpers[own+j].FullName()
	})
}

// Helpers returns functions without parameters of the user's modules that
// contain a panic when deferred.
func (r *Info) Helpers() []*types.Func { return r.helpers }
