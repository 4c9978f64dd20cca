package drive

import (
	"cmp"
	"runtime"
	"slices"
	"sync"

	"github.com/go-race-audit/go-race-audit/lint/callback"
	"github.com/go-race-audit/go-race-audit/lint/diagnostic"
	"github.com/go-race-audit/go-race-audit/lint/load"
	"github.com/go-race-audit/go-race-audit/lint/nested"
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
	o := ownership{linked(set, found), sync.OnceValue(func() map[string]bool { return linkedBelow(set) }), given(found)}
	for _, n := range found {
		if n == nil {
			continue
		}
		doc.Gaps = append(doc.Gaps, n.gaps...)
		doc.Goroutines = append(doc.Goroutines, n.outcome.Goroutines...)
		launches := o.grade(n, convention)
		others := o.loops(n)
		doc.Diagnostics = append(doc.Diagnostics, oneEach(launches, others)...)
	}
	order(doc)
	return doc
}

// linked are the packages that a program of the same modules is made of: what they
// are handed is mostly its own. One that does not type-check is taken for one that people run.
func linked(set *load.Set, found []*node) map[string]bool {
	seen := map[string]bool{}
	for i, n := range found {
		switch {
		case n == nil && set.Groups[i][0].Main():
			mark(set.Groups[i][0].Imports, seen)
		case n != nil && n.outcome.Habits != nil && n.outcome.Habits.Program:
			mark(n.unit.Imports, seen)
		}
	}
	return seen
}

// linkedBelow is linked for programs in modules of their own below.
func linkedBelow(set *load.Set) map[string]bool {
	seen := map[string]bool{}
	for path, dir := range set.Modules() {
		for _, used := range nested.Imports(dir, path) {
			if unit := set.Find(used); unit != nil {
				mark([]*load.Unit{unit}, seen)
			}
		}
	}
	return seen
}

// mark notes units, and the packages of the user's modules that they are made of.
func mark(units []*load.Unit, seen map[string]bool) {
	for _, unit := range units {
		if !seen[unit.Path] {
			seen[unit.Path] = true
			mark(unit.Imports, seen)
		}
	}
}

// given names the variables of exported APIs that packages of the same modules set.
func given(found []*node) map[string]bool {
	names := map[string]bool{}
	for _, n := range found {
		if n != nil {
			for _, name := range n.outcome.Gives {
				names[name] = true
			}
		}
	}
	return names
}

// ownership tells what was handed in from what the modules hand to themselves.
type ownership struct {
	program map[string]bool        // the packages that a program is made of
	below   func() map[string]bool // the same of programs below; seldom asked, and slow
	given   map[string]bool
}

// own tells whether evidence found in package path is of a function that the modules
// themselves wrote: they set all that it may have come in by. In a program that is so too
// where its name leaves open whether others write it, or they set a part.
func (o ownership) own(path string, e diagnostic.Evidence) bool {
	given := 0
	for _, name := range e.Entrances {
		if o.given[name] {
			given++
		}
	}
	switch e.Kind {
	case callback.Plugged:
		return o.program[path] && given > 0
	case callback.Handed:
		return o.program[path] || given > 0 && given == len(e.Entrances) || o.below()[path]
	}
	return false
}

// grade completes the diagnostics of launches by what the whole program shows,
// which no single package does.
func (o ownership) grade(n *node, convention *unrecoveredgoroutine.Convention) []report.Diagnostic {
	graded := make([]report.Diagnostic, 0, len(n.outcome.Launches))
	for _, l := range n.outcome.Launches {
		d := l.Diagnostic
		all := slices.Concat(convention.Evidence(n.unit.Path), d.Evidence)
		weighed := slices.DeleteFunc(slices.Clone(convention.Weighed(all)), func(e diagnostic.Evidence) bool { return o.own(n.unit.Path, e) })
		d.Severity, d.Evidence = l.Grounds.Severity(weighed), told(all)
		graded = append(graded, d)
	}
	return graded
}

// loops makes notes of loops that run what the modules hand to themselves.
func (o ownership) loops(n *node) []report.Diagnostic {
	diagnostics := slices.Clone(n.outcome.Diagnostics)
	for i, d := range diagnostics {
		if slices.ContainsFunc(d.Evidence, func(e diagnostic.Evidence) bool { return o.own(n.unit.Path, e) }) {
			diagnostics[i].Severity = diagnostic.Note
		}
		diagnostics[i].Evidence = told(d.Evidence)
	}
	return diagnostics
}

// told is evidence as it is printed.
func told(evidence []diagnostic.Evidence) []diagnostic.Evidence {
	printed := make([]diagnostic.Evidence, 0, len(evidence))
	for _, e := range evidence {
		e.Entrances = nil
		printed = append(printed, e)
	}
	return printed
}

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
