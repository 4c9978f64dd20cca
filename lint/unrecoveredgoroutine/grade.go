package unrecoveredgoroutine

import (
	"regexp"
	"slices"

	"github.com/go-race-audit/go-race-audit/lint/callback"
	"github.com/go-race-audit/go-race-audit/lint/diagnostic"
	"github.com/go-race-audit/go-race-audit/lint/launch"
	"github.com/go-race-audit/go-race-audit/lint/recovery"
)

// The kinds of evidence, besides those of package callback.
const (
	kindConvention = "convention"
	kindSiblings   = "siblings"
	kindEntryPoint = "entry-point"
	kindLongLived  = "long-lived"
)

// Grounds are what decides about the severity of a launch, besides the evidence.
type Grounds struct {
	FailFast bool `json:",omitempty"`
	// Late: it does recover, after a call of which nothing shows that it panics.
	Late bool `json:",omitempty"`
	// Direct: what runs itself does something risky first. Stores: that is to store in a map which
	// a field or the package holds.
	Direct, Stores bool `json:",omitempty"`
	// Unchecked: it, or what it calls, does something risky at any place and asks nothing before;
	// where it is started for what arrives, further down too. Itself: it does so itself.
	Unchecked, Itself bool `json:",omitempty"`
	// Open: it calls function values, or what is named as what others plug in, whoever wrote it.
	Open bool `json:",omitempty"`
	// Works: it takes apart what it is given, is no timer and not Aside.
	Works bool `json:",omitempty"`
	// Aside: it winds something down, or belongs to a package that only logs.
	Aside bool `json:",omitempty"`
	// Idle: it moves the bytes of what arrived, wakes up at times to keep something alive, or
	// cleans up after an end, and does no more.
	Idle bool `json:",omitempty"`
	// Inside: some of it runs under a recover of its own, which is what is risky in it.
	Inside bool `json:",omitempty"`
}

// Graded is a diagnostic graded by the evidence of its own package, with what
// more evidence is to be weighed by.
type Graded struct {
	diagnostic.Diagnostic
	Grounds Grounds
}

// grade completes a candidate's diagnostic under the convention c.
func (c *Convention) grade(candidate candidate) diagnostic.Diagnostic {
	d := candidate.diag
	d.Evidence = append(c.Evidence(candidate.path), candidate.evidence...)
	d.Severity = candidate.grounds().Severity(c.Weighed(d.Evidence))
	return d
}

// Weighed is the evidence that counts where the module has this convention.
func (c *Convention) Weighed(evidence []diagnostic.Evidence) []diagnostic.Evidence {
	if !c.FailsFast() {
		return evidence
	}
	return slices.DeleteFunc(slices.Clone(evidence), func(e diagnostic.Evidence) bool { return e.Kind == kindEntryPoint })
}

func (c candidate) grounds() Grounds {
	aside := windsDown.MatchString(c.Function) || windsDown.MatchString(c.diag.Subject) || recovery.Logs(c.path)
	return Grounds{
		FailFast: c.FailFast, Late: c.Late && c.direct == nil,
		Direct: c.direct != nil, Stores: c.stores,
		Unchecked: c.extent.Unchecked >= c.near() || c.unasked, Itself: c.extent.Unchecked == recovery.Itself,
		Open: c.open, Works: c.works() && c.Trigger == launch.TriggerCall && !aside && !c.guessed,
		Aside: aside, Idle: c.idle, Inside: c.inside,
	}
}

// works: it takes apart what it is given, or is a dependency's. A job, such as handlers start for
// later, has to leave something unchecked too, where it takes nothing apart itself: judged by hand
// on real code, 63 of 66 jobs that do both were right, of those that only leave something unchecked
// 19 of 28, and of those that do neither no more than half.
func (c candidate) works() bool {
	if c.foreign || c.extent.Works == recovery.Itself {
		return true
	}
	return c.extent.Works > recovery.Nowhere && (c.arrived || c.extent.Unchecked > recovery.Nowhere)
}

// near is how near it must be that something is not checked.
func (c candidate) near() recovery.Nearness {
	if c.arrived {
		return recovery.Further
	}
	return recovery.Called
}

// Severity weighs evidence. What others plug in counts anywhere. A request that leads here counts
// where the goroutine does something risky or takes apart what it is given, and not where it only
// copies, pings or closes. The convention of a launcher counts where the goroutine itself does
// something risky, or calls what it was given: modules leave it out for their own plumbing, their
// logs and for what winds down, and mean it. That siblings recover is only told: those that do not
// may run something else. What fails fast on purpose stays a note.
func (g Grounds) Severity(evidence []diagnostic.Evidence) diagnostic.Severity {
	has := func(kind string) bool {
		return slices.ContainsFunc(evidence, func(e diagnostic.Evidence) bool { return e.Kind == kind })
	}
	switch {
	case g.FailFast, g.Late:
		return diagnostic.Note
	case has(callback.Plugged), has(callback.Handed),
		has(kindEntryPoint) && (g.Direct && !g.Stores || g.Unchecked || g.Works) && !g.Idle && !g.Inside,
		has(kindConvention) && (g.Direct || g.Open || g.Itself) && !g.Idle && !g.Aside:
		return diagnostic.Warning
	}
	return diagnostic.Note
}

// windsDown matches functions that end something.
var windsDown = regexp.MustCompile(`(?i)shutdown|stop|close|exit|clean|teardown|disconnect|^(\(\*?\w+\)\.)?(delete|remove)`)

// Grades returns what was found, for a convention to be known later.
func (r *Result) Grades() []Graded {
	reported := r.All()
	graded := make([]Graded, 0, len(reported))
	for i, d := range reported {
		c := r.candidates[i]
		d.Evidence, d.Severity = c.evidence, c.grounds().Severity(c.evidence)
		graded = append(graded, Graded{d, c.grounds()})
	}
	return graded
}
