// Package reference names the objects that SSA values stand for: a root (a
// parameter, free variable, global, allocation or call) and a path of fields.
package reference

import (
	"strings"

	"golang.org/x/tools/go/ssa"
)

// Ref is one object: two values with the same Ref stand for the same object
// in every run of the function they belong to.
type Ref struct {
	Root ssa.Value
	// Path is the fields that lead from the root, each with a dot before it.
	Path string
}

// received marks in a path what was received from a channel.
const received = "<-"

// Received is what comes out of the channel r.
func (r Ref) Received() Ref { return r.plus(received) }

// Message is what came out of a channel that r is, or is a part of: the path leads from it to r.
func (r Ref) Message() (message Ref, path Ref, ok bool) {
	at := strings.LastIndex(r.Path, "."+received)
	if at < 0 {
		return Ref{}, Ref{}, false
	}
	end := at + len("."+received)
	return Ref{r.Root, r.Path[:end]}, Ref{Path: r.Path[end:]}, true
}

// maxPath bounds the fields of a path.
const maxPath = 6

// plus is r with one more field.
func (r Ref) plus(field string) Ref {
	if strings.Count(r.Path, ".") >= maxPath {
		return Ref{r.Root, r.Path + "…"}
	}
	return Ref{r.Root, r.Path + "." + field}
}

// Fields splits the path.
func (r Ref) Fields() []string {
	if r.Path == "" {
		return nil
	}
	return strings.Split(r.Path[1:], ".")
}

// Exported tells whether a caller can know the object: a parameter, a free
// variable, a global, a function, or a part of one.
func (r Ref) Exported() bool {
	switch r.Root.(type) {
	case *ssa.Parameter, *ssa.FreeVar, *ssa.Global, *ssa.Function:
		return true
	}
	return false
}
