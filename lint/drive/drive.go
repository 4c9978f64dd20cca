// Package drive runs the analyzers over the packages of the user's modules and
// collects what they say into one document.
package drive

import (
	"encoding/gob"
	"fmt"
	"go/types"
	"slices"
	"sync"

	"golang.org/x/tools/go/analysis"

	"github.com/go-race-audit/go-race-audit/lint/callback"
	"github.com/go-race-audit/go-race-audit/lint/inventory"
	"github.com/go-race-audit/go-race-audit/lint/load"
	"github.com/go-race-audit/go-race-audit/lint/message"
	"github.com/go-race-audit/go-race-audit/lint/report"
	"github.com/go-race-audit/go-race-audit/lint/resultcache"
)

// run is one run over a set.
type run struct {
	set      *load.Set
	cache    *resultcache.Cache // nil to keep nothing
	all      []*analysis.Analyzer
	withFact []*analysis.Analyzer
	worlds   chan *load.World // bounds how much is analyzed at once
	mu       sync.Mutex
	nodes    map[*load.Unit]*node
}

// Run analyzes the packages that set was opened for. What an earlier run has
// found in a package that is the same comes from cache, which may be nil. An
// analyzer that fails on a package leaves a gap.
func Run(set *load.Set, analyzers []*analysis.Analyzer, cache *resultcache.Cache) (*report.Document, error) {
	all := append(slices.Clone(analyzers), inventory.Analyzer, callback.Analyzer)
	if err := analysis.Validate(all); err != nil {
		return nil, err
	}
	r := &run{
		set: set, cache: cache, all: all, withFact: withFacts(all),
		nodes: map[*load.Unit]*node{},
	}
	worlds := set.Worlds()
	r.worlds = make(chan *load.World, len(worlds))
	for _, world := range worlds {
		r.worlds <- world
	}
	for _, a := range r.withFact {
		for _, fact := range a.FactTypes {
			gob.Register(fact)
		}
	}
	for _, group := range set.Groups {
		r.node(group[0]).full = true
	}
	found := make([]*node, len(set.Groups))
	var wg sync.WaitGroup
	for i, group := range set.Groups {
		wg.Add(1)
		go func() {
			defer wg.Done()
			found[i] = r.group(group)
		}()
	}
	wg.Wait()
	return join(set, found), nil
}

// group does the largest variant of a package that type-checks, or none.
func (r *run) group(variants []*load.Unit) *node {
	for _, unit := range variants {
		n := r.node(unit)
		if !n.full { // a smaller one, that others may have asked for its facts
			n = &node{unit: unit, full: true}
		}
		if r.do(n); n.checked {
			return n
		}
	}
	return nil
}

// node is the one of unit.
func (r *run) node(unit *load.Unit) *node {
	r.mu.Lock()
	defer r.mu.Unlock()
	n := r.nodes[unit]
	if n == nil {
		n = &node{unit: unit}
		r.nodes[unit] = n
	}
	return n
}

// do fills in n, after all that it imports. It holds a world only while it works.
func (r *run) do(n *node) {
	n.once.Do(func() {
		for _, unit := range n.unit.Imports {
			dep := r.node(unit)
			r.do(dep)
			n.deps = append(n.deps, dep)
		}
		world := <-r.worlds
		defer func() { r.worlds <- world }()
		key := r.key(n)
		if n.outcome = r.kept(key); n.outcome != nil {
			n.checked = true
		} else if r.analyze(n, world); n.checked && len(n.gaps) == 0 {
			r.keep(key, n.outcome)
		}
		n.settle()
	})
}

// analyze does the work that no earlier run has done.
func (r *run) analyze(n *node, world *load.World) {
	pkg, ok := r.set.Check(n.unit, world)
	if n.checked = ok; !ok {
		return
	}
	e := &execution{
		fset: r.set.Fset, pkg: pkg, results: map[*analysis.Analyzer]any{}, failed: map[*analysis.Analyzer]error{},
		facts: &factStore{pkg: pkg.Types, own: map[types.Object][]analysis.Fact{}, imported: n.imported()},
	}
	analyzers := r.withFact
	if n.full {
		analyzers = r.all
	}
	n.outcome = &outcome{}
	for _, a := range analyzers {
		result, err := e.run(a)
		if err != nil {
			n.gaps = append(n.gaps, load.NewGap(pkg.PkgPath, message.Of("gap-analyzer-failed", nil), fmt.Sprintf("%s: %s", a, n.cause(err))))
			continue
		}
		if n.full {
			n.outcome.collect(r.set.Fset, pkg, a.Name, result)
		}
	}
	facts, err := e.facts.exported().encode()
	if err != nil {
		n.gaps = append(n.gaps, load.NewGap(pkg.PkgPath, message.Of("gap-facts", nil), err.Error()))
	}
	n.outcome.Facts = facts
}

// cause says why an analyzer failed on n: most often it misses the types of what n imports.
func (n *node) cause(err error) string {
	if broken := n.unchecked(); broken != "" {
		return fmt.Sprintf("it imports %s, which does not type-check (%v)", broken, err)
	}
	return err.Error()
}

// unchecked is a package that n imports, itself or through others, and that does not
// type-check; "" if there is none.
func (n *node) unchecked() string {
	for _, dep := range n.deps {
		if !dep.checked {
			return dep.unit.Path
		}
		if broken := dep.unchecked(); broken != "" {
			return broken
		}
	}
	return ""
}
