// Package directive reports comments that ask to ignore a diagnostic and lack
// what they need for it.
package directive

import (
	"reflect"

	"golang.org/x/tools/go/analysis"

	"github.com/go-race-audit/go-race-audit/lint/diagnostic"
	"github.com/go-race-audit/go-race-audit/lint/ignore"
	"github.com/go-race-audit/go-race-audit/lint/message"
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
		var text message.Message
		switch {
		case d.Analyzer == "":
			text = message.Of("ignore-no-analyzer", nil)
		case !known:
			text = message.Of("ignore-unknown-analyzer", message.Args{"analyzer": d.Analyzer})
		case d.Reason == "":
			text = message.Of("ignore-no-reason", message.Args{"analyzer": d.Analyzer})
		default:
			continue
		}
		list.Report(diagnostic.Diagnostic{
			Pos: d.Pos, End: d.End, Category: "directive", Section: section, Severity: diagnostic.Warning,
			Subject: d.Analyzer, Message: text,
		})
	}
}
