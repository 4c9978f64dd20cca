// Package report is what the command prints: one JSON document, or lines of text.
package report

import (
	"encoding/json"
	"fmt"
	"io"

	"github.com/go-race-audit/go-race-audit/lint/diagnostic"
	"github.com/go-race-audit/go-race-audit/lint/load"
	"github.com/go-race-audit/go-race-audit/lint/message"
)

// Document is the whole answer of one run.
type Document struct {
	Version     int          `json:"version"`
	Go          string       `json:"go"`
	Diagnostics []Diagnostic `json:"diagnostics"`
	Goroutines  []Goroutine  `json:"goroutines"`
	Gaps        []load.Gap   `json:"gaps"`
}

// Place is a range of a file; lines and columns count from 1, columns in bytes.
type Place struct {
	File      string `json:"file"`
	Line      int    `json:"line"`
	Column    int    `json:"column"`
	EndLine   int    `json:"endLine"`
	EndColumn int    `json:"endColumn"`
}

// Diagnostic is diagnostic.Diagnostic with places in place of positions.
type Diagnostic struct {
	Analyzer    string                `json:"analyzer"`
	Category    string                `json:"category"`
	Section     string                `json:"section"`
	Severity    diagnostic.Severity   `json:"severity"`
	Package     string                `json:"package"`
	Function    string                `json:"function"`
	Subject     *string               `json:"subject"`
	SubjectType *string               `json:"subjectType"`
	At          Place                 `json:"at"`
	Message     string                `json:"message"`
	Words       message.Message       `json:"words"`
	Evidence    []diagnostic.Evidence `json:"evidence"`
	Related     []Related             `json:"related"`
	Fixes       []Fix                 `json:"fixes"`
	Ignored     *Ignored              `json:"ignored"`
}

// Related is a further place of a diagnostic.
type Related struct {
	At      Place           `json:"at"`
	Message string          `json:"message"`
	Role    diagnostic.Role `json:"role"`
}

// Fix is a change that would mend it.
type Fix struct {
	Title string          `json:"title"`
	Words message.Message `json:"words"`
	Edits []Edit          `json:"edits"`
}

// Edit replaces a range.
type Edit struct {
	At      Place  `json:"at"`
	NewText string `json:"newText"`
}

// Ignored says why a comment silences the diagnostic.
type Ignored struct {
	Reason string `json:"reason"`
}

// Goroutine is one launch site of the inventory.
type Goroutine struct {
	At       Place  `json:"at"`
	Package  string `json:"package"`
	Function string `json:"function"`
	Launcher string `json:"launcher"`
	Status   string `json:"status"`
	Why      string `json:"why"`
}

// WriteJSON prints the document on one line.
func (d *Document) WriteJSON(w io.Writer) error { return json.NewEncoder(w).Encode(d) }

// WriteText prints a line for each diagnostic that is not ignored, notes only
// if asked for, and one for each gap. It returns how many errors and warnings
// it printed.
func (d *Document) WriteText(w io.Writer, notes bool) (findings int, err error) {
	for _, diag := range d.Diagnostics {
		if diag.Ignored != nil || diag.Severity == diagnostic.Note && !notes {
			continue
		}
		if diag.Severity != diagnostic.Note {
			findings++
		}
		if _, err = fmt.Fprintf(w, "%s:%d:%d: %s (%s)\n", diag.At.File, diag.At.Line, diag.At.Column, diag.Message, diag.Analyzer); err != nil {
			return findings, err
		}
	}
	for _, gap := range d.Gaps {
		if _, err = fmt.Fprintf(w, "%s: %s: %s\n", gap.Package, gap.Message, gap.Detail); err != nil {
			return findings, err
		}
	}
	return findings, nil
}
