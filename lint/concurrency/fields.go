package concurrency

import (
	"go/token"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/go-race-audit/go-race-audit/lint/reference"
	"github.com/go-race-audit/go-race-audit/lint/unsafetype"
)

// loose is a use by a goroutine that may go on when its starter has returned.
type loose struct {
	fn  *ssa.Function
	sp  *Spawn
	use Use
}

// acrossMethods finds a field that a goroutine uses and another method of its
// type uses too.
func (a *analysis) acrossMethods() {
	for i, l := range a.loose {
		owner := a.owner(l.use)
		if owner == "" || l.use.Type == "" || l.sp.gives(way(l.use).Root) || a.inTest(l.fn.Pos()) || a.pkg.Pkg.Name() == "main" {
			continue
		}
		for _, m := range a.pkg.Funcs {
			if a.isMethodOf(m, owner) && m != l.fn && m.Parent() == nil && token.IsExported(m.Name()) && (!l.sp.runs(m) || forOthers.MatchString(m.Name())) {
				a.fieldConflict(l, m, owner)
			}
		}
		for _, o := range a.loose[i+1:] {
			if !way(l.use).Exported() && !way(o.use).Exported() {
				continue // each function made an object of its own
			}
			if o.fn != l.fn && a.owner(o.use) == owner && a.clashOfFields(l.use, o.use) && !a.inTest(o.fn.Pos()) {
				a.found = append(a.found, Conflict{Func: o.fn, Beside: l.use, Spawn: l.sp, Here: o.use, Other: o.sp, Via: ByMethods})
			}
		}
	}
}

// gives tells whether the goroutine gives the object to a function that only
// the run knows, which calls its methods: a response to its handler.
func (sp *Spawn) gives(owner ssa.Value) bool {
	return slices.ContainsFunc(sp.hands, func(r reference.Ref) bool { return r.Root == owner && r.Path == "" })
}

// forOthers matches methods by which others send something; that the goroutine does so too does
// not make them its own.
var forOthers = regexp.MustCompile(`^(Broadcast|Publish|Send)`)

// runs tells whether the goroutine itself calls m: it is its own method then,
// though the name is exported.
func (sp *Spawn) runs(m *ssa.Function) bool {
	syntax := m.Syntax()
	if syntax == nil {
		return false
	}
	for _, u := range sp.Uses {
		for _, pos := range u.Trail {
			if syntax.Pos() <= pos && pos < syntax.End() {
				return true
			}
		}
	}
	return false
}

// maxFields bounds the fields between an object and what its methods share:
// further away it is more often another object.
const maxFields = 2

// owner is the type of this package whose field u uses, with the package path.
func (a *analysis) owner(u Use) string {
	if fields := len(way(u).Fields()); fields == 0 || fields > maxFields {
		return ""
	}
	name := unsafetype.Name(a.refs.TypeOf(reference.Ref{Root: way(u).Root}))
	if path, _, ok := cutLast(name, "."); !ok || path != a.pkg.Pkg.Path() {
		return ""
	}
	return name
}

// way is the object of u by the fields that were followed.
func way(u Use) reference.Ref {
	if u.Field.Root == nil {
		return u.Ref
	}
	return u.Field
}

func cutLast(s, sep string) (before, after string, ok bool) {
	i := strings.LastIndex(s, sep)
	if i < 0 {
		return s, "", false
	}
	return s[:i], s[i+len(sep):], true
}

func (a *analysis) isMethodOf(m *ssa.Function, owner string) bool {
	recv := m.Signature.Recv()
	return recv != nil && len(m.Params) > 0 && unsafetype.Name(recv.Type()) == owner && !a.inTest(m.Pos())
}

// fieldConflict compares the uses of method m with the one on a goroutine.
func (a *analysis) fieldConflict(l loose, m *ssa.Function, owner string) {
	sum := a.summary(m)
	for _, h := range sum.uses {
		if way(h).Root != ssa.Value(m.Params[0]) || h.Type == "" || !a.clashOfFields(l.use, h) {
			continue
		}
		if a.joinedBy(sum, m.Params[0], l) || !h.Write && len(l.use.Locks) == 0 && a.joinedSomewhere(owner, l) {
			continue
		}
		a.found = append(a.found, Conflict{Func: m, Beside: l.use, Spawn: l.sp, Here: h, Via: ByMethods})
		return
	}
}

// clashOfFields compares uses in different functions: the same field of the
// same type, and locks that are not the same field of it.
func (a *analysis) clashOfFields(u, h Use) bool {
	if way(u).Path != way(h).Path || !u.Write && !h.Write || u.call || h.call {
		return false
	}
	for _, l := range u.Locks {
		for _, k := range h.Locks {
			if a.sameLock(l, k) && (l.Exclusive || k.Exclusive) {
				return false
			}
		}
	}
	return true
}

// sameLock compares locks of different functions: by the type and field that
// hold them, since the object is not known to be the same anyway.
func (a *analysis) sameLock(l, k Lock) bool {
	return l.Ref == k.Ref || a.lockField(l) == a.lockField(k) && a.lockField(l) != ""
}

// lockField is the type and field of a lock: "pkg.Conn.mu".
func (a *analysis) lockField(l Lock) string {
	owner, field, ok := cutLast(l.Path, ".")
	if !ok {
		return ""
	}
	name := unsafetype.Name(a.refs.TypeOf(reference.Ref{Root: l.Root, Path: owner}))
	if name == "" {
		return ""
	}
	return name + "." + field
}

// seenFrom is a part of the owner of a field, in the terms of the function
// that makes u.
func (a *analysis) seenFrom(u Use, part reference.Ref) reference.Ref {
	return a.refs.Extend(reference.Ref{Root: way(u).Root}, part)
}

// joinedBy tells whether the method waits for the goroutine.
func (a *analysis) joinedBy(sum *summary, recv ssa.Value, l loose) bool {
	for _, j := range sum.joins {
		if j.Root != recv || j.kind == handsOver {
			continue
		}
		moved := join{a.seenFrom(l.use, j.Ref), j.kind}
		if slices.ContainsFunc(l.sp.signals, moved.ends) {
			return true
		}
	}
	return false
}

// joinedSomewhere tells whether any method of the type waits for the goroutine.
func (a *analysis) joinedSomewhere(owner string, l loose) bool {
	for _, m := range a.pkg.Funcs {
		if m.Parent() == nil && a.isMethodOf(m, owner) && a.joinedBy(a.summary(m), m.Params[0], l) {
			return true
		}
	}
	return false
}
