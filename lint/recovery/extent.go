package recovery

import (
	"go/ast"
	"go/types"
	"regexp"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/go-race-audit/go-race-audit/lint/scope"
)

// Extent is what a function, and what it calls of the module, does that may go wrong, for all that
// the source shows. Judged by hand on real code, what neither Works nor is Unchecked was mostly
// seen to be unable to panic, however much it did.
type Extent struct {
	// Measured: the source is known.
	Measured bool
	// Unknown counts the calls of what is known at run time only, Many at most.
	Unknown int
	// Works is where it takes apart what it is given, or serves it, by the name of what it calls.
	Works Nearness
	// Unchecked is where it indexes, asserts or follows, and nothing around asks first: for the
	// length, or whether there is a value.
	Unchecked Nearness
}

// Nearness tells how many calls lie between a function and what it does; the more, the likelier
// the way there shows that it cannot go wrong.
type Nearness int

// From what it does not do at all to what it does itself.
const (
	Nowhere Nearness = iota
	Further
	Called
	Itself
)

// Many calls of what is known at run time only are more than a reader can vouch for.
const Many = 5

// itself is where a function does what it does itself, or not at all.
func itself(does bool) Nearness {
	if does {
		return Itself
	}
	return Nowhere
}

// below is the same for whoever calls the function.
func (n Nearness) below() Nearness {
	if n == Nowhere {
		return Nowhere
	}
	return max(n-1, Further)
}

// Calm tells whether nothing in it works on what could be other than expected.
func (e Extent) Calm() bool { return e.Unknown == 0 && e.Works == Nowhere && e.Unchecked == Nowhere }

func (e *Extent) add(other Extent) {
	e.Unknown = min(e.Unknown+other.Unknown, Many)
	e.Works = max(e.Works, other.Works)
	e.Unchecked = max(e.Unchecked, other.Unchecked)
}

// Measure tells what may go wrong in what root runs, and in what that calls in the module. What
// dependencies do is not looked at, but for their names: they are taken to return an error where
// something is wrong.
func (r *Info) Measure(root ast.Node) Extent {
	if body, ok := root.(*ast.BlockStmt); ok && r.accessor(body) {
		return Extent{Measured: true}
	}
	m := &measure{Info: r, Extent: Extent{Measured: true}, values: r.valuesAsked(root), seen: map[*types.Func]bool{}}
	ast.Inspect(root, func(n ast.Node) bool {
		switch n := n.(type) {
		case nil, *ast.GoStmt: // what it starts is judged on its own
			return false
		case *ast.CallExpr:
			if r.IsLog(n) { // how what is logged was got is beside the work
				m.add(Extent{Unchecked: itself(m.uncheckedArgument(n))})
				return false
			}
			m.call(n)
		}
		m.add(Extent{Unchecked: itself(m.unchecked(n))})
		return true
	})
	return m.Extent
}

// measure adds up the Extent of one function.
type measure struct {
	*Info
	Extent
	values map[string]bool      // of these it asks whether they are nil
	seen   map[*types.Func]bool // what it calls counts once
}

// works matches functions that take apart what they are given, or answer it.
var works = regexp.MustCompile(`(?i)unmarshal|decod|decrypt|deserializ|pars|render|^(dispatch|execute|handle|process|read(json|xml)|serve|unpack)`)

// scalars are the packages of the standard library that read a number, a time, an address or a
// character, and return an error where it is none.
var scalars = map[string]bool{"net": true, "net/netip": true, "net/url": true, "strconv": true, "time": true, "unicode/utf8": true}

// Listens tells whether fn is given a net.Listener: it accepts, and what it accepts is served by
// goroutines that it starts.
func Listens(fn *types.Func) bool {
	for param := range fn.Signature().Params().Variables() {
		if types.TypeString(param.Type(), nil) == "net.Listener" {
			return true
		}
	}
	return false
}

func (m *measure) call(call *ast.CallExpr) {
	if m.types.Types[call.Fun].IsType() || m.builtin(call) != "" {
		m.add(Extent{Unchecked: itself(m.builtin(call) == "panic")})
		return
	}
	fn, ok := typeutil.Callee(m.types, call).(*types.Func)
	if !ok {
		if m.Resolve(call.Fun).Lit == nil && !harmlessValue(m.types.TypeOf(call.Fun)) {
			m.add(Extent{Unknown: 1})
		}
		return
	}
	called := Extent{Works: itself(works.MatchString(fn.Name()) && !scalars[pathOf(fn)] && !Listens(fn))}
	switch {
	case scope.Standard(pathOf(fn)):
	case isMethodOfInterface(fn):
		called.Unknown = 1
	case m.Decl(fn) != nil, m.OwnModule(fn):
		called = m.once(fn)
	}
	m.add(called)
}

// once is how much fn runs, where it is called for the first time and lets a panic through.
func (m *measure) once(fn *types.Func) Extent {
	fact := m.Of(fn)
	if m.seen[fn] || fact.Recovers {
		return Extent{}
	}
	m.seen[fn] = true
	called := fact.Extent
	called.Works, called.Unchecked = called.Works.below(), called.Unchecked.below()
	return called
}

// uncheckedArgument tells whether an argument of call is itself unchecked.
func (m *measure) uncheckedArgument(call *ast.CallExpr) bool {
	found := false
	for _, arg := range call.Args {
		ast.Inspect(arg, func(n ast.Node) bool {
			_, inner := n.(*ast.CallExpr)
			found = found || !inner && m.unchecked(n)
			return !inner && !found
		})
	}
	return found
}

// pathOf is the path of a function's package, "" for those of the language itself.
func pathOf(fn *types.Func) string {
	if fn.Pkg() == nil {
		return ""
	}
	return fn.Pkg().Path()
}
