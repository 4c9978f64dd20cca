package concurrency

import (
	"fmt"
	"go/types"
	"reflect"
	"sync"

	xanalysis "golang.org/x/tools/go/analysis"

	"github.com/go-race-audit/go-race-audit/lint/reference"
	"github.com/go-race-audit/go-race-audit/lint/scope"
	"github.com/go-race-audit/go-race-audit/lint/ssaform"
)

// Analyzer finds the conflicts of a package for the analyzers that report
// them; its result is *Result. It tells importing packages, by facts, what the
// functions of this one leave running.
var Analyzer = &xanalysis.Analyzer{
	Name:       "concurrency",
	Doc:        "know which uses of an object two goroutines may make at once",
	FactTypes:  []xanalysis.Fact{new(Fact)},
	ResultType: reflect.TypeFor[*Result](),
	Run:        run,
}

// Result is what is known of a package. Several analyzers may ask at once.
type Result struct {
	// Conflicts are in a fixed order.
	Conflicts []Conflict

	mu   sync.Mutex
	refs *reference.Resolver
}

// TypeOf is the type of an object in a conflict, nil when it is not known.
func (r *Result) TypeOf(ref reference.Ref) types.Type {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.refs.TypeOf(ref)
}

func run(pass *xanalysis.Pass) (result any, err error) {
	defer func() {
		if p := recover(); p != nil { // a package that we cannot analyse is a gap, not the end of the run
			err = fmt.Errorf("%s: %v", pass.Pkg.Path(), p)
		}
	}()
	if !scope.Own(pass) || !mayShare(pass) {
		return &Result{}, nil
	}
	a := find(ssaform.Build(pass), pass.Fset, func(fn *types.Func) *Fact {
		fact := new(Fact)
		if fn.Pkg() == nil || fn.Pkg() == pass.Pkg || !pass.ImportObjectFact(fn, fact) {
			return nil
		}
		return fact
	})
	for fn, fact := range a.facts() {
		pass.ExportObjectFact(fn, fact)
	}
	return &Result{Conflicts: a.found, refs: a.refs}, nil
}
