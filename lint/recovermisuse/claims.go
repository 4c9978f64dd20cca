package recovermisuse

import (
	"go/ast"
	"go/token"
	"regexp"

	"github.com/go-race-audit/go-race-audit/lint/diagnostic"
	"github.com/go-race-audit/go-race-audit/lint/message"
)

// impossible matches comments that claim to recover what ends the process anyway.
var impossible = regexp.MustCompile(`(?i)(recover|catch|guard|protect|surviv|handle)[^.;]*(concurrent map|deadlock|stack overflow|out of memory|\boom\b|os\.Exit|log\.Fatal|unlock of unlocked)|(concurrent map|deadlock|stack overflow|out of memory|os\.Exit|log\.Fatal)[^.;]*(recover|caught|catch)`)

// fatalText matches what the runtime prints when no recover can help; code that
// looks for it in a recovered value, or logs it, takes it for a panic.
var fatalText = regexp.MustCompile(`(?i)concurrent map (writes?|reads?|iteration|access)|all goroutines are asleep|stack overflow|unlock of unlocked|out of memory`)

// denied matches texts that know.
var denied = regexp.MustCompile(`(?i)\b(not|never|cannot|can't|no)\b`)

// unrecoverable reports a deferred recover whose comments claim too much, or
// whose code expects a fatal error of the runtime.
func (c *checker) unrecoverable(d *ast.DeferStmt) {
	if !c.info.DeferHandles(d) {
		return
	}
	first := c.pass.Fset.Position(d.Pos()).Line
	for _, group := range c.file.Comments {
		inside := d.Pos() <= group.Pos() && group.End() <= d.End()
		above := c.pass.Fset.Position(group.End()).Line == first-1
		if text := group.Text(); (inside || above) && impossible.MatchString(text) && !denied.MatchString(text) {
			c.misplaced(d, "unrecoverable", diagnostic.Warning, message.Of("misplaced-unrecoverable", nil))
			return
		}
	}
	if text := expectsFatal(d); text != "" {
		c.misplaced(d, "unrecoverable", diagnostic.Warning, message.Of("misplaced-fatal-text", message.Args{"text": text}))
	}
}

// expectsFatal is the first string below root that names a fatal error, or "".
func expectsFatal(root ast.Node) string {
	found := ""
	ast.Inspect(root, func(n ast.Node) bool {
		if lit, ok := n.(*ast.BasicLit); ok && found == "" && lit.Kind == token.STRING && fatalText.MatchString(lit.Value) && !denied.MatchString(lit.Value) {
			found = lit.Value
		}
		return found == ""
	})
	return found
}
