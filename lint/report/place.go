package report

import (
	"go/token"

	"golang.org/x/tools/go/analysis"

	"github.com/go-race-audit/go-race-audit/lint/diagnostic"
)

// NewPlace turns positions into a place; an end that is missing is the start.
func NewPlace(fset *token.FileSet, pos, end token.Pos) Place {
	if !end.IsValid() {
		end = pos
	}
	from, to := fset.Position(pos), fset.Position(end)
	return Place{File: from.Filename, Line: from.Line, Column: from.Column, EndLine: to.Line, EndColumn: to.Column}
}

// NewDiagnostic turns d, found by analyzer in the package path, into its printed form.
func NewDiagnostic(fset *token.FileSet, analyzer, path string, d diagnostic.Diagnostic) Diagnostic {
	printed := Diagnostic{
		Analyzer: analyzer, Category: d.Category, Section: d.Section, Severity: d.Severity,
		Package: path, Function: d.Function, Subject: orNull(d.Subject), SubjectType: orNull(d.SubjectType),
		At: NewPlace(fset, d.Pos, d.End), Message: d.Message.String(), Words: d.Message,
		Evidence: append([]diagnostic.Evidence{}, d.Evidence...), Related: []Related{}, Fixes: []Fix{},
	}
	for _, r := range d.Related {
		printed.Related = append(printed.Related, Related{At: NewPlace(fset, r.Pos, r.End), Message: r.Message, Role: r.Role})
	}
	for _, fix := range d.Fixes {
		if edits, ok := newEdits(fset, fix.Edits); ok {
			printed.Fixes = append(printed.Fixes, Fix{Title: fix.Title.String(), Words: fix.Title, Edits: edits})
		}
	}
	if d.Ignored != "" {
		printed.Ignored = &Ignored{Reason: d.Ignored}
	}
	return printed
}

// newEdits reports false where a line directive (cgo) leads from the file that
// was parsed to another one: the columns there are not to be trusted.
func newEdits(fset *token.FileSet, proposed []analysis.TextEdit) ([]Edit, bool) {
	var edits []Edit
	for _, e := range proposed {
		if fset.PositionFor(e.Pos, false) != fset.Position(e.Pos) {
			return nil, false
		}
		edits = append(edits, Edit{At: NewPlace(fset, e.Pos, e.End), NewText: string(e.NewText)})
	}
	return edits, true
}

func orNull(text string) *string {
	if text == "" {
		return nil
	}
	return &text
}
