package recovermisuse

import (
	"go/ast"
	"go/token"
	"regexp"
	"slices"

	"github.com/go-race-audit/go-race-audit/lint/diagnostic"
	"github.com/go-race-audit/go-race-audit/lint/launch"
	"github.com/go-race-audit/go-race-audit/lint/message"
)

// impossible matches comments that claim to recover what ends the process anyway.
var impossible = regexp.MustCompile(`(?i)(recover|catch|guard|protect|surviv|handle)[^.;]*(concurrent map|deadlock|stack overflow|out of memory|\boom\b|os\.Exit|log\.Fatal|unlock of unlocked)|(concurrent map|deadlock|stack overflow|out of memory|os\.Exit|log\.Fatal)[^.;]*(recover|caught|catch)`)

// fatalText matches what the runtime prints when no recover can help; code that
// looks for it in a recovered value, or logs it, takes it for a panic.
var fatalText = regexp.MustCompile(`(?i)concurrent map (writes?|reads?|iteration|access)|all goroutines are asleep|stack overflow|unlock of unlocked|out of memory`)

// denied matches texts that know.
var denied = regexp.MustCompile(`(?i)n't\b|\b(not|never|cannot|opts? out|no (one|recover|way))\b`)

// sentence ends one of a comment.
var sentence = regexp.MustCompile(`[.;]\s`)

// claims: a sentence of text says that something is recovered which cannot be.
func claims(text string) bool {
	return slices.ContainsFunc(sentence.Split(text, -1), func(sentence string) bool {
		at := impossible.FindStringIndex(sentence)
		return at != nil && !denied.MatchString(sentence[:at[1]])
	})
}

// unrecoverable reports a deferred recover whose comments claim too much, or
// whose code expects a fatal error of the runtime.
func (c *checker) unrecoverable(d *ast.DeferStmt) {
	if !c.info.DeferHandles(d) {
		return
	}
	first := c.pass.Fset.Position(d.Pos()).Line
	var doc *ast.CommentGroup
	if decl, ok := c.stack[min(1, len(c.stack)-1)].(*ast.FuncDecl); ok {
		doc = decl.Doc
	}
	for _, group := range c.file.Comments {
		inside := d.Pos() <= group.Pos() && group.End() <= d.End()
		above := c.pass.Fset.Position(group.End()).Line == first-1
		if (inside || above || group == doc) && claims(group.Text()) {
			c.misplaced(d, "unrecoverable", diagnostic.Warning, message.Of("misplaced-unrecoverable", nil))
			return
		}
	}
	if text := expectsFatal(d); text != "" {
		c.misplaced(d, "unrecoverable", diagnostic.Warning, message.Of("misplaced-fatal-text", message.Args{"text": text}))
	} else if decl, ok := c.parent(2).(*ast.FuncDecl); ok && c.onlyUnlocks(atOnce(decl.Body.List)) {
		c.misplaced(d, "unrecoverable", diagnostic.Warning, message.Of("misplaced-fatal-text", message.Args{"text": `"unlock of unlocked mutex"`}))
	}
}

// onlyUnlocks: all that is done under the recover is to unlock a mutex of package sync.
func (c *checker) onlyUnlocks(stmts []ast.Stmt) bool {
	return len(stmts) > 0 && !slices.ContainsFunc(stmts, func(stmt ast.Stmt) bool {
		expr, ok := stmt.(*ast.ExprStmt)
		if !ok {
			return true
		}
		call, ok := expr.X.(*ast.CallExpr)
		return !ok || !unlocks[launch.FullName(c.info.Callee(call))]
	})
}

var unlocks = map[string]bool{"(*sync.Mutex).Unlock": true, "(*sync.RWMutex).Unlock": true, "(*sync.RWMutex).RUnlock": true}

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
