// Package directive reports comments that ask to ignore a diagnostic and lack
// what they need for it.
package directive

import (
	"reflect"

	"golang.org/x/tools/go/analysis"

	"github.com/go-race-audit/go-race-audit/lint/diagnostic"
	"github.com/go-race-audit/go-race-audit/lint/ignore"
	"github.com/go-race-audit/go-race-audit/lint/scope"
)

// New returns the analyzer "ignore", which knows the other analyzers by name
// with the section of the guide that their diagnostics have.
func New(sections map[string]string) *analysis.Analyzer {
	return &analysis.Analyzer{
		Name: "ignore",
		Doc: `report //race-audit:ignore comments that silence nothing

Each needs the name of an analyzer and a reason.`,
		ResultType: reflect.TypeFor[*diagnostic.List](),
		Run: func(pass *analysis.Pass) (any, error) {
			list := diagnostic.NewList(pass)
			if scope.Own(pass) {
				report(pass, list, sections)
			}
			return list, nil
		},
	}
}

func report(pass *analysis.Pass, list *diagnostic.List, sections map[string]string) {
	for _, d := range ignore.Parse(pass.Fset, pass.Files) {
		section, known := sections[d.Analyzer]
		message := ""
		switch {
		case d.Analyzer == "":
			message = "race-audit:ignore names no analyzer"
		case !known:
			message = "race-audit:ignore names " + d.Analyzer + ", which is no analyzer"
		case d.Reason == "":
			message = "race-audit:ignore " + d.Analyzer + " gives no reason, and so silences nothing"
		default:
			continue
		}
		list.Report(diagnostic.Diagnostic{
			Pos: d.Pos, End: d.End, Category: "directive", Section: section, Severity: diagnostic.Warning,
			Subject: d.Analyzer, Message: message,
		})
	}
}
