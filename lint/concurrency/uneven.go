package concurrency

import (
	"go/ast"
	"go/token"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/go-race-audit/go-race-audit/lint/unsafetype"
)

// uneven finds a field that one exported method uses under a lock of its object
// and another without any: the type means to be shared, and that use forgot.
func (a *analysis) uneven() {
	type field struct{ owner, path string }
	type use struct {
		m *ssa.Function
		u Use
	}
	guarded, bare := map[field][]use{}, map[field][]use{}
	var order []field
	for _, m := range a.pkg.Funcs {
		if m.Signature.Recv() == nil || m.Parent() != nil || !token.IsExported(m.Name()) || opens.MatchString(m.Name()) || a.inTest(m.Pos()) {
			continue
		}
		for _, u := range a.summary(m).uses {
			owner := a.owner(u)
			if owner == "" || u.Type == "" || way(u).Root != ssa.Value(m.Params[0]) || !a.isMethodOf(m, owner) {
				continue
			}
			f := field{owner, way(u).Path}
			guard := slices.IndexFunc(u.Locks, func(l Lock) bool {
				return l.Root == way(u).Root && !l.Slot && !a.isOnce(l) && beside(l.Path, way(u).Path)
			})
			switch {
			case len(u.Locks) == 0 && !leavesLock(m):
				bare[f] = append(bare[f], use{m, u})
			case guard >= 0:
				if len(guarded[f]) == 0 {
					order = append(order, f)
				}
				u.Locks = []Lock{u.Locks[guard]} // what a reader is told of
				guarded[f] = append(guarded[f], use{m, u})
			}
		}
	}
	for _, f := range order {
		for _, b := range bare[f] {
			i := slices.IndexFunc(guarded[f], func(g use) bool {
				// A method with both kinds takes its lock in a way we do not follow.
				mixed := slices.ContainsFunc(bare[f], func(o use) bool { return o.m == g.m })
				return !mixed && (g.u.Write || b.u.Write)
			})
			// One that others call with the lock held leaves it to its callers.
			called := slices.ContainsFunc(guarded[f], func(g use) bool { return g.u.Trail[0] == b.u.Trail[0] })
			if i >= 0 && !called && !comesAfter(b.m, guarded[f][i].m, b.u) && !a.inTurn(b.m, guarded[f][i].m) {
				g := guarded[f][i]
				a.found = append(a.found, Conflict{Func: b.m, Here: b.u, Beside: g.u, Spawn: &Spawn{Kind: Caller, Trail: []token.Pos{g.m.Pos()}, Func: g.m}, Via: ByLock})
				break
			}
		}
	}
}

// toCallers matches comments such as "the caller must hold the lock".
var toCallers = regexp.MustCompile(`(?i)\bcallers?\b[^.]*\b(un)?lock|\block[^.]*\b(callers?|held)\b`)

// leavesLock tells whether the comment of m says that its callers hold the lock.
func leavesLock(m *ssa.Function) bool {
	decl, ok := m.Syntax().(*ast.FuncDecl)
	return ok && decl.Doc != nil && toCallers.MatchString(strings.Join(strings.Fields(decl.Doc.Text()), " "))
}

// comesAfter tells whether m has called other, which takes the lock, before it uses the
// field: a handshake that is over by then.
func comesAfter(m, other *ssa.Function, u Use) bool {
	for call := range callsOf(m, other) {
		if call.Pos() < u.Trail[len(u.Trail)-1] {
			return true
		}
	}
	return false
}

// inTurn tells whether the package calls m or other, and each function that does calls both:
// one goroutine uses them in turn, and others are expected to do as the package does.
func (a *analysis) inTurn(m, other *ssa.Function) bool {
	callers := 0
	for _, fn := range a.pkg.Funcs {
		one, onePutOff := uses(fn, m)
		two, twoPutOff := uses(fn, other)
		switch {
		case a.inTest(fn.Pos()) || !one && !two && !onePutOff && !twoPutOff:
		case one && two && !onePutOff && !twoPutOff:
			callers++
		default:
			return false
		}
	}
	return callers > 0
}

// isOnce: what runs once is kept from running again, and from nothing else.
func (a *analysis) isOnce(l Lock) bool {
	return unsafetype.Name(a.refs.TypeOf(l.Ref)) == "sync.Once"
}

// opens matches methods that come before all others.
var opens = regexp.MustCompile(`^(Init|Open|Setup|Start)$`)

// beside: a lock and a field of one struct. One further out or in is for something else.
func beside(lock, field string) bool {
	outer, _, _ := cutLast(lock, ".")
	inner, _, _ := cutLast(field, ".")
	return outer == inner
}
