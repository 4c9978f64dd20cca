package recovermisuse

import (
	"go/ast"
	"regexp"

	"github.com/go-race-audit/go-race-audit/lint/diagnostic"
	"github.com/go-race-audit/go-race-audit/lint/inventory"
	"github.com/go-race-audit/go-race-audit/lint/message"
	"github.com/go-race-audit/go-race-audit/lint/recovery"
)

// late reports a recover that is deferred when all the risky work is done.
func (c *checker) late(body *ast.BlockStmt) {
	for i, stmt := range body.List {
		d, ok := stmt.(*ast.DeferStmt)
		if !ok || !c.info.DeferRecovers(d) {
			continue
		}
		before, after := c.risk(body.List[:i]), c.risk(body.List[i+1:])
		if before != nil && after == nil && !c.handsOver(body.List[i+1:]) {
			c.misplaced(d, "too-late", diagnostic.Error, message.Of("misplaced-too-late", nil))
		}
		return
	}
}

func (c *checker) risk(list []ast.Stmt) *recovery.Risk {
	for _, stmt := range list {
		if risk := c.info.Risk(stmt); risk != nil {
			return risk
		}
	}
	return nil
}

// spawner reports a function that recovers for a goroutine which it only
// starts: a recover works on its own goroutine alone.
func (c *checker) spawner(entry inventory.Launch) {
	if entry.Status != recovery.Uncovered || len(entry.Enclosing) == 0 {
		return
	}
	body := bodyOf(entry.Enclosing[len(entry.Enclosing)-1])
	recovers := c.info.Recovery(body)
	if recovers == nil || c.risk(body.List) != nil {
		return
	}
	c.list.Report(diagnostic.Diagnostic{
		Pos: recovers.Pos(), End: recovers.End(), Category: "other-goroutine", Section: SectionMisplaced, Severity: diagnostic.Warning,
		Subject: "recover", Message: message.Of("misplaced-other-goroutine", nil),
		Related: []diagnostic.Related{{Pos: entry.Node.Pos(), End: entry.Site.Func.Pos(), Message: "the goroutine starts here", Role: diagnostic.Goroutine}},
	})
}

// bodyOf is the body of a declaration or a literal.
func bodyOf(fn ast.Node) *ast.BlockStmt {
	switch fn := fn.(type) {
	case *ast.FuncDecl:
		return fn.Body
	case *ast.FuncLit:
		return fn.Body
	}
	return &ast.BlockStmt{}
}

// impossible matches claims to recover what ends the process anyway.
var impossible = regexp.MustCompile(`(?i)(recover|catch|guard|protect|surviv|handle)[^.;]*(concurrent map|deadlock|stack overflow|out of memory|\boom\b|os\.Exit|log\.Fatal|unlock of unlocked)|(concurrent map|deadlock|stack overflow|out of memory|os\.Exit|log\.Fatal)[^.;]*(recover|caught|catch)`)

// denied matches comments that know.
var denied = regexp.MustCompile(`(?i)\b(not|never|cannot|can't|no)\b`)

// unrecoverable reports a deferred recover whose comment claims too much.
func (c *checker) unrecoverable(d *ast.DeferStmt) {
	if !c.info.DeferRecovers(d) {
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
}

// handsOver tells whether statements call methods of what the function made
// before: those may run a function that was put there, and that panics.
func (c *checker) handsOver(list []ast.Stmt) bool {
	found := false
	for _, stmt := range list {
		ast.Inspect(stmt, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok && len(call.Args) > 0 {
				fun, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
				found = found || ok && c.pass.TypesInfo.Selections[fun] != nil
			}
			return !found
		})
	}
	return found
}
