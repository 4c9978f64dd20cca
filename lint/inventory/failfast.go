package inventory

import (
	"go/ast"
	"regexp"
)

// purpose matches comments that say a panic is meant to get through. A bare "no
// recover" is not enough: it may as well name the fault.
var purpose = regexp.MustCompile(`(?i)` +
	`\b(do not|don'?t|must not|mustn'?t|should not|shouldn'?t|never|may not) (be )?recover` +
	`|\brecover\w*\b[^.;]{0,40}\b(on purpose|deliberate(ly)?|intentional(ly)?|by design)\b` +
	`|\b(on purpose|deliberate(ly)?|intentional(ly)?|by design)\b[^.;]{0,40}\b(recover|panic|crash)` +
	`|\b(panic|crash)\w*\b[^.;]{0,40}\b(on purpose|loudly|deliberate(ly)?|intentional(ly)?|by design)\b` +
	`|\bfail[- ]?fast\b|\blet (it|the process|this) (crash|panic|die)\b`)

// announced: a comment at the launch, or at the head of what runs, says so.
func (l *lister) announced(entry Launch) bool {
	line := func(n ast.Node) int { return l.pass.Fset.Position(n.Pos()).Line }
	at := line(entry.Node)
	heads := map[int]bool{at - 1: true, at: true}
	if entry.Body != nil {
		first := l.pass.Fset.Position(entry.Body.Lbrace).Line
		heads[first], heads[first+1] = true, true
	}
	if decl := l.info.Decl(entry.Runs); decl != nil && decl.Doc != nil && purpose.MatchString(decl.Doc.Text()) {
		return true
	}
	for _, group := range l.file.Comments {
		last := l.pass.Fset.Position(group.End()).Line
		if (heads[line(group)] || heads[last]) && purpose.MatchString(group.Text()) {
			return true
		}
	}
	return false
}

// failFast: the body itself panics or ends the process when something is wrong.
func (l *lister) failFast(entry Launch) bool {
	if entry.Body == nil {
		return false
	}
	found := false
	ast.Inspect(entry.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.CallExpr:
			found = found || l.info.Ends(n) || l.info.EndsIn(n)
		}
		return !found
	})
	return found
}
