package drive

import (
	"fmt"
	"go/token"
	"go/types"
	"os"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/packages"
)

// execution runs analyzers over one package, each after those it requires.
type execution struct {
	fset    *token.FileSet
	pkg     *packages.Package
	facts   *factStore
	results map[*analysis.Analyzer]any
	failed  map[*analysis.Analyzer]error
}

// run returns the result of a.
func (e *execution) run(a *analysis.Analyzer) (any, error) {
	if err := e.failed[a]; err != nil {
		return nil, err
	}
	if result, ok := e.results[a]; ok {
		return result, nil
	}
	for _, required := range a.Requires {
		if _, err := e.run(required); err != nil {
			return nil, err
		}
	}
	result, err := guarded(a, e.pass(a))
	if err != nil {
		e.failed[a] = err
		return nil, err
	}
	e.results[a] = result
	return result, nil
}

// guarded turns a panic of an analyzer into its failure: one package is a gap,
// and the others go on.
func guarded(a *analysis.Analyzer, pass *analysis.Pass) (result any, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("panic: %v", p)
		}
	}()
	return a.Run(pass)
}

// pass is what a sees of the package.
func (e *execution) pass(a *analysis.Analyzer) *analysis.Pass {
	pass := &analysis.Pass{
		Analyzer: a, Fset: e.fset, Files: e.pkg.Syntax, Pkg: e.pkg.Types, TypesInfo: e.pkg.TypesInfo, TypesSizes: e.pkg.TypesSizes,
		ResultOf: map[*analysis.Analyzer]any{},
		Report:   func(analysis.Diagnostic) {}, // the result says more
		ReadFile: os.ReadFile,

		ImportObjectFact:  e.facts.lookup,
		ExportObjectFact:  e.facts.export,
		AllObjectFacts:    func() []analysis.ObjectFact { return e.facts.all(a) },
		ImportPackageFact: func(*types.Package, analysis.Fact) bool { return false },
		ExportPackageFact: func(analysis.Fact) { panic("facts of packages are not kept") },
		AllPackageFacts:   func() []analysis.PackageFact { return nil },
	}
	if m := e.pkg.Module; m != nil {
		pass.Module = &analysis.Module{Path: m.Path, Version: m.Version, GoVersion: m.GoVersion}
	}
	for _, required := range a.Requires {
		pass.ResultOf[required] = e.results[required]
	}
	return pass
}

// withFacts are the analyzers that tell other packages something.
func withFacts(analyzers []*analysis.Analyzer) []*analysis.Analyzer {
	var found []*analysis.Analyzer
	seen := map[*analysis.Analyzer]bool{}
	var visit func([]*analysis.Analyzer)
	visit = func(list []*analysis.Analyzer) {
		for _, a := range list {
			if seen[a] {
				continue
			}
			seen[a] = true
			visit(a.Requires)
			if len(a.FactTypes) > 0 {
				found = append(found, a)
			}
		}
	}
	visit(analyzers)
	return found
}
