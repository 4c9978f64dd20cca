package drive

import (
	"cmp"
	"runtime"
	"slices"

	"github.com/go-race-audit/go-race-audit/lint/callback"
	"github.com/go-race-audit/go-race-audit/lint/diagnostic"
	"github.com/go-race-audit/go-race-audit/lint/load"
	"github.com/go-race-audit/go-race-audit/lint/recovermisuse"
	"github.com/go-race-audit/go-race-audit/lint/report"
	"github.com/go-race-audit/go-race-audit/lint/unrecoveredgoroutine"
	"github.com/go-race-audit/go-race-audit/lint/workerloop"
)

// join makes the document of what was found in each package.
func join(set *load.Set, found []*node) *report.Document {
	doc := &report.Document{
		Version: 1, Go: runtime.Version(),
		Diagnostics: []report.Diagnostic{}, Goroutines: []report.Goroutine{}, Gaps: set.Gaps(),
	}
	convention := unrecoveredgoroutine.NewConvention()
	for _, n := range found {
		if n != nil && n.outcome.Habits != nil {
			convention.Add(n.unit.Path, *n.outcome.Habits)
		}
	}
	program := linked(found)
	for _, n := range found {
		if n == nil {
			continue
		}
		doc.Gaps = append(doc.Gaps, n.gaps...)
		doc.Goroutines = append(doc.Goroutines, n.outcome.Goroutines...)
		launches := grade(n.outcome.Launches, convention.Evidence(n.unit.Path), program[n.unit.Path])
		others := slices.Clone(n.outcome.Diagnostics)
		if program[n.unit.Path] {
			ownItems(others)
		}
		doc.Diagnostics = append(doc.Diagnostics, oneEach(launches, others)...)
	}
	order(doc)
	return doc
}

// linked are the packages that a program of the same modules is made of: what they
// are handed is mostly its own.
func linked(found []*node) map[string]bool {
	seen := map[string]bool{}
	var visit func(unit *load.Unit)
	visit = func(unit *load.Unit) {
		for _, dep := range unit.Imports {
			if !seen[dep.Path] {
				seen[dep.Path] = true
				visit(dep)
			}
		}
	}
	for _, n := range found {
		if n != nil && n.outcome.Habits != nil && n.outcome.Habits.Program {
			visit(n.unit)
		}
	}
	return seen
}

// grade completes the diagnostics of launches by what the whole program shows,
// which no single package does.
func grade(launches []launchDiagnostic, convention []diagnostic.Evidence, program bool) []report.Diagnostic {
	graded := make([]report.Diagnostic, 0, len(launches))
	for _, l := range launches {
		d := l.Diagnostic
		d.Evidence = append(append([]diagnostic.Evidence{}, convention...), d.Evidence...)
		weighed := d.Evidence
		if program {
			weighed = slices.DeleteFunc(slices.Clone(weighed), isHanded)
		}
		d.Severity = l.Grounds.Severity(weighed)
		graded = append(graded, d)
	}
	return graded
}

// ownItems makes notes of loops that run what a program hands to itself.
func ownItems(diagnostics []report.Diagnostic) {
	for i, d := range diagnostics {
		if slices.ContainsFunc(d.Evidence, isHanded) {
			diagnostics[i].Severity = diagnostic.Note
		}
	}
}

func isHanded(e diagnostic.Evidence) bool { return e.Kind == callback.Handed }

// oneEach leaves one diagnostic of the two that a goroutine without a recover that
// works may get: that of its loop where it works off items, that of its launch
// where it only acts at times, that of the recover that was meant for it.
func oneEach(launches, others []report.Diagnostic) []report.Diagnostic {
	kept := []report.Diagnostic{}
	for _, d := range others {
		i := slices.IndexFunc(launches, func(l report.Diagnostic) bool { return sameMistake(d, l) })
		if i >= 0 && d.Ignored == nil {
			if d.Category == workerloop.Ticks && launches[i].Severity != diagnostic.Note && launches[i].Ignored == nil {
				continue
			}
			launches[i].Severity = diagnostic.Note
		}
		kept = append(kept, d)
	}
	return append(kept, launches...)
}

// sameMistake tells whether d is about the loop of the goroutine that l is about,
// or about the recover that was meant for it.
func sameMistake(d, l report.Diagnostic) bool {
	switch d.Category {
	case workerloop.Items, workerloop.Ticks, workerloop.Deferred, recovermisuse.OtherGoroutine:
		return slices.ContainsFunc(d.Related, func(r report.Related) bool {
			return r.Role == diagnostic.Goroutine && r.At.File == l.At.File && r.At.Line == l.At.Line && r.At.Column == l.At.Column
		})
	}
	return false
}

// order sorts by place, since packages are analyzed in parallel.
func order(doc *report.Document) {
	byPlace := func(a, b report.Place) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	}
	slices.SortStableFunc(doc.Diagnostics, func(a, b report.Diagnostic) int {
		return cmp.Or(byPlace(a.At, b.At), cmp.Compare(a.Analyzer, b.Analyzer), cmp.Compare(a.Message, b.Message))
	})
	slices.SortStableFunc(doc.Goroutines, func(a, b report.Goroutine) int { return byPlace(a.At, b.At) })
}
