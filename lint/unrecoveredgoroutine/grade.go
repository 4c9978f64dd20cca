package unrecoveredgoroutine

import (
	"slices"

	"github.com/go-race-audit/go-race-audit/lint/diagnostic"
)

// The kinds of evidence.
const (
	kindConvention = "convention"
	kindEntryPoint = "entry-point"
	kindCallback   = "callback"
	kindLongLived  = "long-lived"
)

// grade completes a candidate's diagnostic.
func (c *Convention) grade(candidate candidate) diagnostic.Diagnostic {
	d := candidate.diag
	d.Evidence = append(c.evidence(candidate.path), candidate.evidence...)
	d.Severity = severity(d.Evidence, candidate.FailFast)
	return d
}

// severity: a convention or a request is evidence by itself. Functions that were
// handed in are not: workerloop warns where they are called for item after item.
// What fails fast on purpose stays a note.
func severity(evidence []diagnostic.Evidence, failFast bool) diagnostic.Severity {
	has := func(kind string) bool {
		return slices.ContainsFunc(evidence, func(e diagnostic.Evidence) bool { return e.Kind == kind })
	}
	switch {
	case failFast:
		return diagnostic.Note
	case has(kindConvention), has(kindEntryPoint):
		return diagnostic.Warning
	}
	return diagnostic.Note
}

// Grade returns the diagnostics under the convention of the whole program.
func (r *Result) Grade(c *Convention) []diagnostic.Diagnostic {
	graded := r.All()
	for i := range graded {
		reported := graded[i]
		graded[i] = c.grade(r.candidates[i])
		graded[i].Function, graded[i].Ignored = reported.Function, reported.Ignored
	}
	return graded
}
