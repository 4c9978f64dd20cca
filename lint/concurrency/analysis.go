package concurrency

import (
	"go/token"
	"go/types"
	"strings"
	"sync"

	"golang.org/x/tools/go/ssa"

	"github.com/go-race-audit/go-race-audit/lint/reference"
	"github.com/go-race-audit/go-race-audit/lint/ssaform"
)

// analysis is the work on one package.
type analysis struct {
	pkg      *ssaform.Package
	fset     *token.FileSet
	refs     *reference.Resolver
	sums     map[*ssa.Function]*summary
	parallel map[*ssa.Function]bool
	takers   map[place]takers
	loose    []loose
	found    []Conflict
	nested   int
	visited  int // steps that walks have passed
	// ownSources is makesOwnSources, found out once.
	ownSources func() bool
	// learned gives the fact of a function of another package, or nil.
	learned func(*types.Func) *Fact
}

// find analyses a package; learned gives what was found out of the functions
// of others, nil for nothing.
func find(pkg *ssaform.Package, fset *token.FileSet, learned func(*types.Func) *Fact) *analysis {
	a := &analysis{
		pkg: pkg, fset: fset, refs: reference.NewResolver(pkg), learned: learned,
		sums: map[*ssa.Function]*summary{}, parallel: map[*ssa.Function]bool{},
	}
	a.ownSources = sync.OnceValue(a.makesOwnSources)
	a.takers = a.queues()
	for _, fn := range pkg.Funcs {
		a.summary(fn)
	}
	a.acrossMethods()
	a.acrossCalls()
	a.uneven()
	a.acrossVariables()
	return a
}

func (a *analysis) inTest(pos token.Pos) bool {
	return strings.HasSuffix(a.fset.Position(pos).Filename, "_test.go")
}

// summary analyses fn once, and a recursive one twice: its calls of itself see
// nothing the first time.
func (a *analysis) summary(fn *ssa.Function) *summary {
	if sum, ok := a.sums[fn]; ok {
		sum.recursive = sum.recursive || sum.open
		return sum
	}
	sum := &summary{open: true}
	a.sums[fn] = sum
	if len(fn.Blocks) == 0 {
		return sum
	}
	found, loose := a.analyse(fn, sum)
	if sum.recursive { // once more, knowing what the calls of itself do
		a.found, a.loose = a.found[:found], a.loose[:loose]
		first := *sum
		sum = &summary{}
		a.sums[fn] = &first
		a.analyse(fn, sum)
		a.sums[fn] = sum
	}
	sum.open = false
	return sum
}

// analyse fills the summary of fn, and returns how many conflicts and loose
// uses others had left before it.
func (a *analysis) analyse(fn *ssa.Function, sum *summary) (found, loose int) {
	nested := a.nested
	a.nested = 0
	g := a.newGraph(fn)
	a.nested = nested
	exit := g.settle()
	g.order()
	found, loose = len(a.found), len(a.loose)
	outlive := a.walk(g)
	a.pooled(g)
	a.fill(sum, g, exit, outlive)
	return found, loose
}

// fill makes the summary of a function from its steps.
func (a *analysis) fill(sum *summary, g *graph, exit state, outlive map[*Spawn][]Use) {
	seen := map[string]bool{}
	releases := map[Lock]bool{}
	for _, n := range g.nodes {
		for _, s := range n.steps {
			for _, u := range s.uses {
				if a.endsInFailure(g, s) {
					break
				}
				if key := u.key(); a.visible(g.fn, u.Ref) && !seen[key] && len(sum.uses) < maxUses {
					seen[key] = true
					sum.uses = append(sum.uses, u)
				}
			}
			sum.signals = append(sum.signals, visible(a, g, s.signals, func(x signal) reference.Ref { return x.Ref })...)
			sum.joins = append(sum.joins, visible(a, g, s.joins, func(x join) reference.Ref { return x.Ref })...)
			for _, l := range s.releases {
				releases[l] = true
			}
			for _, sp := range s.spawns {
				kept := *sp
				kept.Uses = outlive[sp]
				if g.avoids(s) {
					kept.maybe++
				}
				if kept.maybe <= maxMaybe && len(kept.Uses)+len(sp.signals) > 0 {
					sum.spawns = append(sum.spawns, &kept)
				}
			}
			sum.pending = append(sum.pending, s.pending...)
			sum.requests = sum.requests || s.requests
			sum.waits = sum.waits || s.blocks()
			sum.hands = append(sum.hands, visible(a, g, s.hands, func(x reference.Ref) reference.Ref { return x })...)
		}
	}
	sum.spawns = append(sum.spawns, g.repeated...)
	sum.spawns = sum.spawns[:min(len(sum.spawns), maxUses/4)]
	sum.pending = sum.pending[:min(len(sum.pending), maxUses/4)]
	sum.signals, sum.joins, sum.hands = unique(sum.signals), unique(sum.joins), unique(sum.hands)
	for l := range exit.locks {
		if l.Exported() {
			sum.acquires = append(sum.acquires, l)
		}
	}
	for l := range releases {
		if l.Exported() && !exit.locks[l] {
			sum.releases = append(sum.releases, l)
		}
	}
}

// visible tells whether the callers of fn can meet the object: they know it, or
// a literal that fn returns keeps it.
func (a *analysis) visible(fn *ssa.Function, ref reference.Ref) bool {
	return ref.Exported() || a.refs.Escapes(fn, ref)
}

// visible are the items whose object callers know, or reach by what the
// function returns.
func visible[T any](a *analysis, g *graph, items []T, ref func(T) reference.Ref) (kept []T) {
	for _, item := range items {
		if r := ref(item); r.Exported() || a.refs.Reaches(g.fn, r) {
			kept = append(kept, item)
		}
	}
	return kept
}

func unique[T comparable](items []T) (kept []T) {
	seen := map[T]bool{}
	for _, item := range items {
		if !seen[item] {
			seen[item] = true
			kept = append(kept, item)
		}
	}
	return kept
}

// key is equal for uses that a caller need not tell apart.
func (u Use) key() string {
	var b strings.Builder
	b.WriteString(u.Ref.Root.Name() + u.Ref.Path + "|" + u.Type + "|" + u.Op)
	if u.call {
		b.WriteString("()")
	}
	for _, l := range u.Locks {
		b.WriteString("|" + l.name())
		if l.Exclusive {
			b.WriteString("!")
		}
	}
	for _, j := range u.after {
		b.WriteString("<" + j.Root.Name() + j.Path)
	}
	for _, s := range u.early {
		b.WriteString(">" + s.Root.Name() + s.Path)
	}
	return b.String()
}
