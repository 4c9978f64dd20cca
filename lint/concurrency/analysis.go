package concurrency

import (
	"go/token"
	"go/types"
	"strings"

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
	loose    []loose
	found    []Conflict
	nested   int
	visited  int // steps that walks have passed
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
	for _, fn := range pkg.Funcs {
		a.summary(fn)
	}
	a.acrossMethods()
	a.acrossVariables()
	return a
}

func (a *analysis) inTest(pos token.Pos) bool {
	return strings.HasSuffix(a.fset.Position(pos).Filename, "_test.go")
}

// summary analyses fn once. A recursive call sees what is known so far: nothing.
func (a *analysis) summary(fn *ssa.Function) *summary {
	if sum, ok := a.sums[fn]; ok {
		return sum
	}
	sum := &summary{}
	a.sums[fn] = sum
	if len(fn.Blocks) == 0 {
		return sum
	}
	nested := a.nested
	a.nested = 0
	g := a.newGraph(fn)
	a.nested = nested
	exit := g.settle()
	g.order()
	outlive := a.walk(g)
	a.fill(sum, g, exit, outlive)
	return sum
}

// fill makes the summary of a function from its steps.
func (a *analysis) fill(sum *summary, g *graph, exit state, outlive map[*Spawn][]Use) {
	seen := map[string]bool{}
	releases := map[Lock]bool{}
	for _, n := range g.nodes {
		for _, s := range n.steps {
			for _, u := range s.uses {
				if key := u.key(); u.Ref.Exported() && !seen[key] && len(sum.uses) < maxUses {
					seen[key] = true
					sum.uses = append(sum.uses, u)
				}
			}
			sum.signals = append(sum.signals, exported(s.signals, func(x signal) reference.Ref { return x.Ref })...)
			sum.joins = append(sum.joins, exported(s.joins, func(x join) reference.Ref { return x.Ref })...)
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
		}
	}
	if len(sum.spawns) > maxUses/4 {
		sum.spawns = sum.spawns[:maxUses/4]
	}
	sum.pending = sum.pending[:min(len(sum.pending), maxUses/4)]
	sum.signals, sum.joins = unique(sum.signals), unique(sum.joins)
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

func exported[T any](items []T, ref func(T) reference.Ref) (kept []T) {
	for _, item := range items {
		if ref(item).Exported() {
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
	return b.String()
}
