// Package fix turns what a race report shows into edits that may mend it. An
// edit is only a proposal: whoever offers it must have tried it.
package fix

import (
	"go/token"

	"github.com/go-race-audit/go-race-audit/lint/message"
	"github.com/go-race-audit/go-race-audit/lint/report"
)

// Frame is one line of a stack in the user's code.
type Frame struct {
	File     string `json:"file"`
	Line     int    `json:"line"`
	Function string `json:"function"`
}

// Access is one side of a race, its innermost frame first.
type Access struct {
	Operation string  `json:"operation"`
	Frames    []Frame `json:"frames"`
}

// Target is one finding to mend.
type Target struct {
	Fingerprint string    `json:"fingerprint"`
	Section     string    `json:"section"`
	Subject     *string   `json:"subject"`
	SubjectType *string   `json:"subjectType"`
	Accesses    []Access  `json:"accesses"`
	Goroutines  [][]Frame `json:"goroutines"`
}

// Edit replaces the source between two positions, or adds an import to the file
// that holds them.
type Edit struct {
	Pos, End token.Pos
	Text     string
	Import   string
}

// Draft is what a pattern says: its edits need not be formatted yet.
type Draft struct {
	Title message.Message
	Edits []Edit
}

// Proposal is a draft in its printed form.
type Proposal struct {
	Fingerprint string          `json:"fingerprint"`
	Pattern     string          `json:"pattern"`
	Title       string          `json:"title"`
	Words       message.Message `json:"words"`
	Edits       []report.Edit   `json:"edits"`
}

// Pattern is one kind of mistake with a mechanical remedy.
type Pattern struct {
	Name  string
	Draft func(*Scene) []Draft
	// Several: it can serve a scene with more than one variable.
	Several bool
}
