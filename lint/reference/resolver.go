package reference

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/go-race-audit/go-race-audit/lint/ssaform"
)

// Resolver finds the objects behind the values of one package. It is not for
// use by several goroutines.
type Resolver struct {
	pkg     *ssaform.Package
	known   map[ssa.Value]Ref
	globals map[*ssa.Global][]ssa.Value
	writes  map[*ssa.Function][]*ssa.Store
	returns map[*ssa.Function][]Ref
	kept    map[*ssa.Function]map[ssa.Value]bool
	parts   map[*ssa.Function]map[ssa.Value]bool
	// nested counts the calls of Extend within each other.
	nested int
}

// maxDepth bounds the steps from a value to its root.
const maxDepth = 40

// NewResolver prepares a resolver for pkg.
func NewResolver(pkg *ssaform.Package) *Resolver {
	r := &Resolver{
		pkg:     pkg,
		known:   map[ssa.Value]Ref{},
		globals: map[*ssa.Global][]ssa.Value{},
		writes:  map[*ssa.Function][]*ssa.Store{},
		returns: map[*ssa.Function][]Ref{},
		kept:    map[*ssa.Function]map[ssa.Value]bool{},
		parts:   map[*ssa.Function]map[ssa.Value]bool{},
	}
	for _, fn := range pkg.Funcs {
		for _, b := range fn.Blocks {
			for _, in := range b.Instrs {
				if st, ok := in.(*ssa.Store); ok {
					if g, ok := st.Addr.(*ssa.Global); ok {
						r.globals[g] = append(r.globals[g], st.Val)
					}
					if refersTo(st.Val.Type()) {
						r.writes[fn] = append(r.writes[fn], st)
					}
				}
			}
		}
	}
	return r
}

// Of returns the object v stands for or points to.
func (r *Resolver) Of(v ssa.Value) Ref { return r.of(v, 0) }

// of remembers what it found. A value that depends on itself, as in a loop,
// stands for itself.
func (r *Resolver) of(v ssa.Value, depth int) Ref {
	if depth++; depth > maxDepth {
		return Ref{Root: v}
	}
	if ref, ok := r.known[v]; ok {
		return ref
	}
	r.known[v] = Ref{Root: v}
	ref := r.find(v, depth)
	r.known[v] = ref
	return ref
}

func (r *Resolver) find(v ssa.Value, depth int) Ref {
	switch x := v.(type) {
	case *ssa.MakeInterface:
		return r.of(x.X, depth)
	case *ssa.ChangeInterface:
		return r.of(x.X, depth)
	case *ssa.ChangeType:
		return r.of(x.X, depth)
	case *ssa.TypeAssert:
		return r.of(x.X, depth)
	case *ssa.Extract:
		return r.extract(x, depth)
	case *ssa.FieldAddr:
		return r.field(r.of(x.X, depth), FieldName(x.X.Type(), x.Field), depth)
	case *ssa.Field:
		return r.field(r.of(x.X, depth), FieldName(x.X.Type(), x.Field), depth)
	case *ssa.IndexAddr:
		if ref, ok := r.element(x.X, x.Index, depth); ok {
			return ref
		}
	case *ssa.Lookup:
		if ref, ok := r.element(x.X, x.Index, depth); ok && !x.CommaOk {
			return ref
		}
	case *ssa.UnOp:
		return r.load(x, depth)
	case *ssa.Alloc:
		if stored := r.onlyStored(x); stored != nil && refersTo(stored.Type()) {
			return r.of(stored, depth)
		}
	case *ssa.Call:
		return r.call(x, 0, depth)
	case *ssa.Phi:
		return r.phi(x, depth)
	}
	return Ref{Root: v}
}

// extract follows v, ok := x.(T) and the results of a function of the package.
func (r *Resolver) extract(x *ssa.Extract, depth int) Ref {
	switch tuple := x.Tuple.(type) {
	case *ssa.TypeAssert:
		if x.Index == 0 {
			return r.of(tuple.X, depth)
		}
	case *ssa.Lookup: // v, ok := m[key]
		if ref, ok := r.element(tuple.X, tuple.Index, depth); ok && x.Index == 0 {
			return ref
		}
	case *ssa.UnOp: // v, ok := <-ch
		if x.Index == 0 && tuple.Op == token.ARROW {
			return r.of(tuple.X, depth).plus(received)
		}
	case *ssa.Call:
		if ref := r.call(tuple, x.Index, depth); ref.Root != ssa.Value(tuple) {
			return ref
		}
	}
	return Ref{Root: x}
}

// load follows a pointer. What was loaded before the place was overwritten is
// an object of its own: old := s.buf; s.buf = next.
func (r *Resolver) load(x *ssa.UnOp, depth int) Ref {
	switch x.Op {
	case token.ARROW:
		if !x.CommaOk {
			return r.of(x.X, depth).plus(received)
		}
	case token.MUL:
		ref := r.of(x.X, depth)
		if _, element := x.X.(*ssa.IndexAddr); element && ref.Root == x.X {
			break
		}
		if refersTo(x.Type()) && r.overwritten(x, ref, depth) {
			break
		}
		return ref
	}
	return Ref{Root: x}
}

// overwritten tells whether the function stores to the place of load later on.
func (r *Resolver) overwritten(load *ssa.UnOp, place Ref, depth int) bool {
	if g, ok := load.X.(*ssa.Global); ok && r.onlyGlobal(g) != nil {
		return false
	}
	if a, ok := load.X.(*ssa.Alloc); ok && place.Root != ssa.Value(a) {
		return false
	}
	for _, st := range r.writes[load.Parent()] {
		if !types.Identical(st.Addr.Type(), load.X.Type()) {
			continue
		}
		if r.of(st.Addr, depth+maxDepth/4) == place && Follows(load, st) {
			return true
		}
	}
	return false
}

func (r *Resolver) phi(x *ssa.Phi, depth int) Ref {
	var common Ref
	for _, edge := range x.Edges {
		if edge == ssa.Value(x) || isConst(edge) { // nil is no object
			continue
		}
		ref := r.of(edge, depth+maxDepth/4)
		if ref.Root == ssa.Value(x) {
			continue
		}
		if common.Root != nil && ref != common {
			return Ref{Root: x}
		}
		common = ref
	}
	if common.Root == nil {
		return Ref{Root: x}
	}
	return common
}

// refersTo tells whether a value of type t stands for an object elsewhere.
func refersTo(t types.Type) bool {
	switch t.Underlying().(type) {
	case *types.Pointer, *types.Interface, *types.Chan, *types.Signature, *types.Map:
		return true
	}
	return false
}
