package unrecoveredgoroutine

import (
	"regexp"
	"slices"

	"github.com/go-race-audit/go-race-audit/lint/diagnostic"
	"github.com/go-race-audit/go-race-audit/lint/launch"
)

// The kinds of evidence.
const (
	kindConvention = "convention"
	kindEntryPoint = "entry-point"
	kindCallback   = "callback"
	kindLongLived  = "long-lived"
)

// Graded is a diagnostic without the evidence of a convention, and what becomes
// of its severity where the module has one.
type Graded struct {
	diagnostic.Diagnostic
	Conventional diagnostic.Severity
}

// grade completes a candidate's diagnostic under the convention c.
func (c *Convention) grade(candidate candidate) diagnostic.Diagnostic {
	d := candidate.diag
	d.Evidence = append(c.Evidence(candidate.path), candidate.evidence...)
	d.Severity = severity(d.Evidence, candidate)
	return d
}

// severity: a request that leads here is evidence by itself, but for timers and
// for what winds the process down. A convention counts where the goroutine runs
// what others wrote, or itself does something risky: modules with a launcher
// leave it out for their own plumbing, and mean it. What fails fast on purpose
// stays a note.
func severity(evidence []diagnostic.Evidence, c candidate) diagnostic.Severity {
	has := func(kind string) bool {
		return slices.ContainsFunc(evidence, func(e diagnostic.Evidence) bool { return e.Kind == kind })
	}
	risky := has(kindCallback) || c.direct
	switch {
	case c.FailFast:
		return diagnostic.Note
	case has(kindEntryPoint) && (risky || c.deep || c.Trigger == launch.TriggerCall && !windsDown.MatchString(c.Function) && !windsDown.MatchString(c.diag.Subject)),
		has(kindConvention) && risky, has(kindCallback):
		return diagnostic.Warning
	}
	return diagnostic.Note
}

// windsDown matches functions that end something.
var windsDown = regexp.MustCompile(`(?i)shutdown|stop|close|exit|clean|teardown|disconnect|delete|remove`)

// Grades returns what was found, for a convention to be known later.
func (r *Result) Grades() []Graded {
	reported := r.All()
	graded := make([]Graded, 0, len(reported))
	for i, d := range reported {
		c := r.candidates[i]
		d.Evidence, d.Severity = c.evidence, severity(c.evidence, c)
		conventional := severity(append([]diagnostic.Evidence{{Kind: kindConvention}}, c.evidence...), c)
		graded = append(graded, Graded{d, conventional})
	}
	return graded
}
