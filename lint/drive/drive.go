// Package drive runs the analyzers over a loaded program and collects what
// they say into one document.
package drive

import (
	"cmp"
	"fmt"
	"runtime"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"

	"github.com/go-race-audit/go-race-audit/lint/diagnostic"
	"github.com/go-race-audit/go-race-audit/lint/inventory"
	"github.com/go-race-audit/go-race-audit/lint/load"
	"github.com/go-race-audit/go-race-audit/lint/report"
	"github.com/go-race-audit/go-race-audit/lint/unrecoveredgoroutine"
)

// said is the result of an analyzer that reports.
type said interface {
	All() []diagnostic.Diagnostic
}

// Run analyzes the roots of program. An analyzer that fails on a package leaves
// a gap.
func Run(program *load.Program, analyzers []*analysis.Analyzer) (*report.Document, error) {
	graph, err := checker.Analyze(append(slices.Clone(analyzers), inventory.Analyzer), program.Roots, nil)
	if err != nil {
		return nil, err
	}
	doc := &report.Document{
		Version: 1, Go: runtime.Version(),
		Diagnostics: []report.Diagnostic{}, Goroutines: []report.Goroutine{}, Gaps: program.Gaps,
	}
	convention := conventionOf(graph.Roots)
	for _, act := range graph.Roots {
		if act.Err != nil {
			doc.Gaps = append(doc.Gaps, load.Gap{Package: act.Package.PkgPath, Message: fmt.Sprintf("analyzer %s failed", act.Analyzer), Detail: act.Err.Error()})
			continue
		}
		collect(doc, act, convention)
	}
	order(doc)
	return doc, nil
}

// conventionOf reads how the whole program treats panics, which no single
// package shows.
func conventionOf(actions []*checker.Action) *unrecoveredgoroutine.Convention {
	convention := unrecoveredgoroutine.NewConvention()
	for _, act := range actions {
		if launches, ok := act.Result.(*inventory.Inventory); ok {
			convention.Add(act.Package.PkgPath, launches)
		}
	}
	return convention
}

// collect adds what one action says.
func collect(doc *report.Document, act *checker.Action, convention *unrecoveredgoroutine.Convention) {
	fset, path := act.Package.Fset, act.Package.PkgPath
	var found []diagnostic.Diagnostic
	switch result := act.Result.(type) {
	case *inventory.Inventory:
		for _, entry := range result.Launches {
			doc.Goroutines = append(doc.Goroutines, report.Goroutine{
				At: report.NewPlace(fset, entry.Node.Pos(), entry.Site.Func.Pos()), Package: path, Function: entry.Function,
				Launcher: entry.Name, Status: string(entry.Status), Why: entry.Why,
			})
		}
	case *unrecoveredgoroutine.Result:
		found = result.Grade(convention)
	case said:
		found = result.All()
	}
	for _, d := range found {
		doc.Diagnostics = append(doc.Diagnostics, report.NewDiagnostic(fset, act.Analyzer.Name, path, d))
	}
}

// order sorts by place, since analyzers run in parallel.
func order(doc *report.Document) {
	byPlace := func(a, b report.Place) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	}
	slices.SortStableFunc(doc.Diagnostics, func(a, b report.Diagnostic) int {
		return cmp.Or(byPlace(a.At, b.At), cmp.Compare(a.Analyzer, b.Analyzer), cmp.Compare(a.Message, b.Message))
	})
	slices.SortStableFunc(doc.Goroutines, func(a, b report.Goroutine) int { return byPlace(a.At, b.At) })
}
