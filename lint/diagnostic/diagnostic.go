// Package diagnostic is what an analyzer says: more than analysis.Diagnostic
// holds, so that a reader learns why and a report can grade it.
package diagnostic

import (
	"go/ast"
	"go/token"
	"sync"

	"golang.org/x/tools/go/analysis"

	"github.com/go-race-audit/go-race-audit/lint/ignore"
	"github.com/go-race-audit/go-race-audit/lint/message"
	"github.com/go-race-audit/go-race-audit/lint/scope"
)

// Severity grades a diagnostic.
type Severity string

const (
	// Error is proved wrong.
	Error Severity = "error"
	// Warning has evidence.
	Warning Severity = "warning"
	// Note is worth knowing, and never fails a build.
	Note Severity = "note"
)

// Evidence is one reason to believe a diagnostic, in English and apart from its words.
type Evidence struct {
	Kind    string          `json:"kind"`
	Message string          `json:"message"`
	Words   message.Message `json:"words"`
	// Entrances name what the evidence may have come in by, for what all packages
	// show together; printed reports have none.
	Entrances []string `json:"entrances,omitempty"`
}

// Because is the evidence of a kind that a message tells.
func Because(kind string, words message.Message) Evidence {
	return Evidence{Kind: kind, Message: words.String(), Words: words}
}

// Role is what a related position plays in a diagnostic.
type Role string

const (
	// Access reads or writes the subject.
	Access Role = "access"
	// Goroutine starts one of the goroutines.
	Goroutine Role = "goroutine"
	// Lock is taken or missing.
	Lock Role = "lock"
	// Declaration of the subject.
	Declaration Role = "declaration"
)

// Related is a further position of a diagnostic.
type Related struct {
	Pos, End token.Pos
	Message  string
	Role     Role
}

// Fix is a change that would mend a diagnostic.
type Fix struct {
	Title message.Message
	Edits []analysis.TextEdit
}

// Diagnostic is one thing an analyzer found.
type Diagnostic struct {
	Pos, End token.Pos
	// Category names the kind within the analyzer.
	Category string
	// Section is the guide's section that explains it.
	Section  string
	Severity Severity
	// Subject is the variable, field, goroutine or helper it is about, the
	// same after lines move; SubjectType its type. Either may be empty.
	Subject, SubjectType string
	// Message is one sentence, lower-case start, no full stop.
	Message  message.Message
	Evidence []Evidence
	Related  []Related
	Fixes    []Fix
	// Function that encloses Pos, as Function names it; Report fills it in.
	Function string
	// Ignored is the reason a comment in the source gives for silencing it.
	Ignored string
}

// List is the result of an analyzer: what it found in one package.
type List struct {
	// ShowNotes also hands notes to the pass.
	ShowNotes bool

	pass       *analysis.Pass
	directives []ignore.Directive
	races      bool // one in code that serves tests is worth a note
	mu         sync.Mutex
	found      []Diagnostic
}

// NewList returns the empty list of the pass's analyzer.
func NewList(pass *analysis.Pass) *List {
	return &List{pass: pass, directives: ignore.Parse(pass.Fset, pass.Files)}
}

// NewRaceList is NewList for an analyzer of races: one in code that serves tests, and
// is none itself, is a note. It runs in no process of the user's, and nearly always in one
// goroutine.
func NewRaceList(pass *analysis.Pass) *List {
	list := NewList(pass)
	list.races = true
	return list
}

// Report keeps d, and hands it to the pass unless it is a note or ignored.
// Nothing is said about generated files: their author cannot mend them there.
func (l *List) Report(d Diagnostic) {
	for _, file := range l.pass.Files {
		if file.FileStart <= d.Pos && d.Pos < file.FileEnd {
			if scope.Generated(l.pass.Fset, file) {
				return
			}
			d.Function = Function(file, d.Pos)
			if l.races && l.servesTests(file, d.Pos) {
				d.Severity = Note
			}
		}
	}
	if directive, ok := ignore.Find(l.directives, l.pass.Fset, l.pass.Analyzer.Name, d.Pos); ok {
		d.Ignored = directive.Reason
	}
	l.mu.Lock()
	l.found = append(l.found, d)
	l.mu.Unlock()
	if d.Ignored == "" && (d.Severity != Note || l.ShowNotes) {
		l.pass.Report(d.plain())
	}
}

// servesTests: what stands at pos in file is code for tests, and no test itself.
func (l *List) servesTests(file *ast.File, pos token.Pos) bool {
	return scope.At(l.pass.Fset, file, pos, scope.Of(l.pass)) == scope.TestHelper && !scope.TestFile(l.pass.Fset, file.FileStart)
}

// All returns what was reported, in that order.
func (l *List) All() []Diagnostic {
	l.mu.Lock()
	defer l.mu.Unlock()
	return append([]Diagnostic(nil), l.found...)
}

// plain is what go/analysis can carry of d.
func (d Diagnostic) plain() analysis.Diagnostic {
	plain := analysis.Diagnostic{
		Pos: d.Pos, End: d.End, Category: d.Category, Message: d.Message.String(),
	}
	for _, f := range d.Fixes {
		plain.SuggestedFixes = append(plain.SuggestedFixes, analysis.SuggestedFix{Message: f.Title.String(), TextEdits: f.Edits})
	}
	for _, r := range d.Related {
		plain.Related = append(plain.Related, analysis.RelatedInformation{Pos: r.Pos, End: r.End, Message: r.Message})
	}
	return plain
}
