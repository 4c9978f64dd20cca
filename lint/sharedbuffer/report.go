package sharedbuffer

import (
	"fmt"
	"go/ast"
	"go/token"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/go-race-audit/go-race-audit/lint/concurrency"
	"github.com/go-race-audit/go-race-audit/lint/diagnostic"
	"github.com/go-race-audit/go-race-audit/lint/message"
	"github.com/go-race-audit/go-race-audit/lint/scope"
)

// reporter turns conflicts into diagnostics.
type reporter struct {
	pass  *analysis.Pass
	list  *diagnostic.List
	found *concurrency.Result
	seen  map[string]bool
	// home is the file of the diagnostic in the making.
	home string
}

// maxCalls bounds the calls between where two goroutines part and what they use
// for more than a note: further down, a state that we do not follow kept them
// apart wherever it was looked into.
const maxCalls = 5

// conflict reports c once.
func (r *reporter) conflict(c concurrency.Conflict) {
	pos := r.primary(c)
	if r.file(pos) == nil {
		return
	}
	subject := r.subject(c.Here.Ref, c.Func)
	if !r.first(c, pos, subject) || r.shown(c, pos, subject) {
		return
	}
	r.home = r.pass.Fset.Position(pos).Filename
	category, severity, text := r.wording(c, subject)
	if max(len(c.Here.Trail), len(c.Beside.Trail)) > maxCalls || c.Via == concurrency.ByAPI {
		severity = diagnostic.Note
	}
	start, end := r.call(pos)
	d := diagnostic.Diagnostic{
		Pos: start, End: end, Category: category, Section: Section, Severity: severity,
		Subject: subject, SubjectType: c.Here.Type, Message: text,
	}
	for _, related := range slices.Concat(r.accesses(c, pos), r.starts(c), r.lock(c.Here, c.Func), r.lock(c.Beside, c.Func)) {
		if !slices.Contains(d.Related, related) { // os/exec copies both outputs for one command
			d.Related = append(d.Related, related)
		}
	}
	r.list.Report(d)
}

// primary is the place where the lock of a method is missing, else where the function in which
// both uses meet makes the second of them.
func (r *reporter) primary(c concurrency.Conflict) token.Pos {
	switch bare := unlocked(c); {
	case c.Via == concurrency.ByMethods && r.file(bare) != nil:
		return bare
	case c.Call.IsValid():
		return c.Call
	}
	return within(c.Func, c.Here.Trail)
}

// first tells whether the line, the pair of goroutines, the pair of places, and the place
// where a lock is missing are all new.
func (r *reporter) first(c concurrency.Conflict, pos token.Pos, subject string) bool {
	keys := []string{r.place(pos, subject), pair(c.Beside.Trail[0], c.Here.Trail[0])}
	if bare := unlocked(c); bare.IsValid() {
		keys = append(keys, "unlocked "+r.place(bare, subject))
	}
	if c.Other != nil {
		keys = append(keys, subject+pair(c.Spawn.Trail[0], c.Other.Trail[0]))
	}
	fresh := true
	for _, key := range keys {
		fresh = fresh && !r.seen[key]
	}
	for _, key := range keys {
		r.seen[key] = true
	}
	return fresh
}

// unlocked is the place of the only use that holds no lock, if there is one: to hold it there
// mends all conflicts with it.
func unlocked(c concurrency.Conflict) token.Pos {
	switch {
	case len(c.Beside.Locks) == 0 && len(c.Here.Locks) > 0:
		return c.Beside.Trail[0]
	case len(c.Here.Locks) == 0 && len(c.Beside.Locks) > 0:
		return c.Here.Trail[0]
	}
	return token.NoPos
}

// shown tells whether a test only shows the mistake that the methods of a type
// were blamed for.
func (r *reporter) shown(c concurrency.Conflict, pos token.Pos, subject string) bool {
	if c.Via == concurrency.ByMethods {
		r.seen["field "+subject] = true
		return false
	}
	return scope.TestFile(r.pass.Fset, pos) && r.seen["field "+subject]
}

// place is one line and a subject.
func (r *reporter) place(pos token.Pos, subject string) string {
	p := r.pass.Fset.Position(pos)
	return fmt.Sprint(p.Filename, ":", p.Line, subject)
}

func pair(a, b token.Pos) string { return fmt.Sprint(min(a, b), "-", max(a, b)) }

// call is the extent of the call whose parenthesis is at pos, which is where
// SSA says a call is.
func (r *reporter) call(pos token.Pos) (start, end token.Pos) {
	start = pos
	ast.Inspect(r.file(pos), func(n ast.Node) bool {
		if n == nil || n.Pos() > pos || n.End() <= pos {
			return false
		}
		if call, ok := n.(*ast.CallExpr); ok && call.Lparen == pos {
			start, end = call.Pos(), call.End()
		}
		return true
	})
	return start, end
}

// within is the innermost position of a trail that lies in fn, or in the
// declared function around it.
func within(fn *ssa.Function, trail []token.Pos) token.Pos {
	for fn.Parent() != nil {
		fn = fn.Parent()
	}
	if syntax := fn.Syntax(); syntax != nil {
		for _, pos := range trail {
			if syntax.Pos() <= pos && pos < syntax.End() {
				return pos
			}
		}
	}
	for _, pos := range trail {
		if pos.IsValid() {
			return pos
		}
	}
	return fn.Pos()
}

func (r *reporter) accesses(c concurrency.Conflict, primary token.Pos) (related []diagnostic.Related) {
	add := func(u concurrency.Use, who string) {
		if len(u.Trail) > 0 && u.Trail[0].IsValid() {
			related = append(related, diagnostic.Related{Pos: u.Trail[0], Role: diagnostic.Access,
				Message: fmt.Sprintf("access: %s %s", verb(u), who)})
		}
	}
	add(c.Beside, "by "+r.who(c.Spawn).String())
	if c.Other != nil && c.Other != c.Spawn {
		add(c.Here, "by "+r.who(c.Other).String())
	} else if len(c.Here.Trail) > 0 && c.Here.Trail[0] != primary {
		add(c.Here, "here")
	}
	return related
}

func (r *reporter) starts(c concurrency.Conflict) (related []diagnostic.Related) {
	for _, sp := range []*concurrency.Spawn{c.Spawn, c.Other} {
		if sp == nil || sp.Kind == concurrency.Pooled || sp.Kind == concurrency.Caller || len(related) > 0 && sp == c.Spawn {
			continue
		}
		related = append(related, diagnostic.Related{Pos: sp.Trail[0], Role: diagnostic.Goroutine, Message: "goroutine: " + r.who(sp).String()})
	}
	return related
}

// lock names a lock that one side holds and the other does not.
func (r *reporter) lock(u concurrency.Use, fn *ssa.Function) []diagnostic.Related {
	if len(u.Locks) == 0 || len(u.Trail) == 0 {
		return nil
	}
	return []diagnostic.Related{{Pos: u.Trail[0], Role: diagnostic.Lock,
		Message: fmt.Sprintf("lock: only this use holds %s", r.subject(u.Locks[0].Ref, fn))}}
}

func (r *reporter) file(pos token.Pos) *ast.File {
	for _, f := range r.pass.Files {
		if f.FileStart <= pos && pos < f.FileEnd {
			return f
		}
	}
	return nil
}

func (r *reporter) line(pos token.Pos) int { return r.pass.Fset.Position(pos).Line }

// at names a place for a reader of the file that the diagnostic is in.
func (r *reporter) at(pos token.Pos) message.Message {
	p := r.pass.Fset.Position(pos)
	if p.Filename != r.home {
		return message.Of("at-file", message.Args{"file": filepath.Base(p.Filename), "line": p.Line})
	}
	return message.Of("at-line", message.Args{"line": p.Line})
}

// verb is what a use does.
func verb(u concurrency.Use) message.Message {
	if u.Op == concurrency.OpPut {
		return message.Of("use-given-back", nil)
	}
	if u.Write {
		return message.Of("use-written", nil)
	}
	return message.Of("use-read", nil)
}

// short is a type name with the last element of its path.
func short(name string) string { return name[strings.LastIndexByte(name, '/')+1:] }
