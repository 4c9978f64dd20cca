// Package unrecoveredgoroutine reports goroutines whose panic ends the process.
package unrecoveredgoroutine

import (
	"go/types"
	"reflect"

	"golang.org/x/tools/go/analysis"

	"github.com/go-race-audit/go-race-audit/lint/callback"
	"github.com/go-race-audit/go-race-audit/lint/diagnostic"
	"github.com/go-race-audit/go-race-audit/lint/inventory"
	"github.com/go-race-audit/go-race-audit/lint/message"
	"github.com/go-race-audit/go-race-audit/lint/recovery"
	"github.com/go-race-audit/go-race-audit/lint/scope"
)

// Section is the guide's section for these diagnostics.
const Section = "recover-goroutine"

// Analyzer reports launches that nothing recovers: as a warning where there is
// evidence that a recover belongs there, else as a note.
var Analyzer = &analysis.Analyzer{
	Name: "unrecoveredgoroutine",
	Doc: `report goroutines whose panic ends the process

A panic that no deferred function of its own goroutine recovers ends the whole
process, whatever the code that started the goroutine does.

Silent if the function recovers, cannot reasonably panic, is run by something
that recovers, or says in a comment that it must not.

Not a goal: to have every goroutine recover. Without evidence (a convention of
the module, a request, connection or message that it is started for, functions
that were handed in) it is a note, which is shown in reports only.

To suppress: //race-audit:ignore unrecoveredgoroutine <reason>`,
	Requires:   []*analysis.Analyzer{recovery.Analyzer, inventory.Analyzer, callback.Analyzer},
	ResultType: reflect.TypeFor[*Result](),
	Run:        run,
}

var showNotes bool

func init() {
	Analyzer.Flags.BoolVar(&showNotes, "notes", false, "also report launches without evidence")
}

// Result is what one package's launches look like before and after grading.
type Result struct {
	*diagnostic.List
	candidates []candidate
}

// candidate is an uncovered launch with the evidence of its own package.
type candidate struct {
	inventory.Launch
	path     string         // of its package
	direct   *recovery.Risk // what runs itself does first
	stores   bool           // that is to store in a map which is there
	arrived  bool           // it is started for what arrives, and not only by what handles it
	extent   recovery.Extent
	unasked  bool // it dereferences first what it does not compare with nil
	foreign  bool // what runs is a function of a dependency
	guessed  bool // only a name says that something arrives
	open     bool // it calls function values, or what is named as what others plug in
	idle     bool // it moves bytes, wakes up at times, or waits for an end, and does no more
	inside   bool // some of it runs under a recover of its own
	evidence []diagnostic.Evidence
	diag     diagnostic.Diagnostic
}

func run(pass *analysis.Pass) (any, error) {
	result := &Result{List: diagnostic.NewList(pass)}
	result.ShowNotes = showNotes
	if !scope.Own(pass) {
		return result, nil
	}
	info := pass.ResultOf[recovery.Analyzer].(*recovery.Info)
	launches := pass.ResultOf[inventory.Analyzer].(*inventory.Inventory)
	w := &witness{pass: pass, info: info, callers: newCallers(pass, info), callbacks: pass.ResultOf[callback.Analyzer].(*callback.Finder)}
	w.serve(launches.Launches)
	convention := NewConvention()
	convention.Add(pass.Pkg.Path(), HabitsOf(launches))
	for _, entry := range launches.Launches {
		if entry.Status != recovery.Uncovered || info.Forwards(entry.Node) {
			continue
		}
		c := w.candidate(entry)
		result.candidates = append(result.candidates, c)
		result.Report(convention.grade(c))
	}
	return result, nil
}

// candidate gathers what decides about a launch.
func (w *witness) candidate(entry inventory.Launch) candidate {
	in, extent, direct := w.incoming(entry), w.extent(entry), w.direct(entry.Coverage)
	reached, guessed := w.reached(entry, in)
	c := candidate{
		Launch: entry, path: w.pass.Pkg.Path(), evidence: w.evidence(entry, reached),
		arrived: in.what != nothing, guessed: guessed, direct: direct, stores: w.stores(direct), extent: extent,
		unasked: dereferences(entry.Risk) && !w.info.Bounded(entry.Risk.Node), foreign: w.foreign(entry), open: w.open(entry),
		idle: w.isIdle(entry, in, extent), inside: w.inside(entry.Body),
	}
	c.diag = w.describe(c)
	return c
}

// describe makes the diagnostic, not yet graded.
func (w *witness) describe(c candidate) diagnostic.Diagnostic {
	subject := w.subject(c)
	d := diagnostic.Diagnostic{
		Pos: c.Node.Pos(), End: c.Site.Func.End(), Category: "unrecovered", Section: Section,
		Subject: subject, Message: sentence(c, subject),
		Related: []diagnostic.Related{}, Fixes: w.fixes(c),
	}
	if c.Body != nil {
		d.End = min(d.End, max(c.Body.Lbrace, c.Site.Func.Pos()+1))
	}
	if c.Runs != nil {
		if decl := w.info.Decl(c.Runs); decl != nil {
			d.Related = append(d.Related, diagnostic.Related{Pos: decl.Name.Pos(), End: decl.Name.End(), Message: "this is what runs on the goroutine", Role: diagnostic.Declaration})
		}
	}
	if c.Told != nil {
		d.Related = append(d.Related, diagnostic.Related{Pos: c.Told.Node.Pos(), End: c.Told.Node.End(), Message: "this can panic: it " + c.Told.What.String(), Role: diagnostic.Goroutine})
	}
	return d
}

// subject names what runs as the race detector does: "Start.func1",
// "(*AsyncHook).work"; a value that is only known at run time as it is written.
func (w *witness) subject(c candidate) string {
	switch {
	case c.Runs != nil && c.Runs.Pkg() != nil && c.Runs.Pkg() != w.pass.Pkg:
		return c.Runs.Pkg().Name() + "." + diagnostic.FuncName(c.Runs)
	case c.Runs != nil:
		return diagnostic.FuncName(c.Runs)
	case c.Body == nil:
		return types.ExprString(c.Site.Func)
	}
	for _, file := range w.pass.Files {
		if file.FileStart <= c.Body.Lbrace && c.Body.Lbrace < file.FileEnd {
			return diagnostic.Function(file, c.Body.Lbrace)
		}
	}
	return c.Function
}

// sentence says what happens, and what of: a function that has a name by it.
func sentence(c candidate, subject string) message.Message {
	if c.Runs != nil && c.Body != nil {
		return message.Of("bare-function", message.Args{"function": subject, "why": c.Bare})
	}
	return message.Of("bare-goroutine", message.Args{"why": c.Bare})
}
