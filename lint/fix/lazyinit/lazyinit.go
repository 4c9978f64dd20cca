// Package lazyinit makes a value once that several goroutines make when they
// find it missing.
package lazyinit

import (
	"go/ast"
	"go/token"

	"github.com/go-race-audit/go-race-audit/lint/fix"
	"github.com/go-race-audit/go-race-audit/lint/message"
)

// Pattern is this package's.
var Pattern = fix.Pattern{Name: "lazyinit", Draft: draft}

func draft(scene *fix.Scene) []fix.Draft {
	v := scene.Subject
	if v == nil {
		return nil
	}
	where, ok := scene.FileAt(v.Pos())
	if !ok || !v.IsField() && v.Parent() != v.Pkg().Scope() {
		return nil
	}
	branch, use, ok := check(scene)
	if !ok || resets(scene, branch) {
		return nil
	}
	name := fix.Fresh(where, v.Name()+"Once", v.Name()+"InitOnce")
	edits, declared := scene.Beside(where, v, name, "sync.Once")
	if name == "" || !declared {
		return nil
	}
	once := name
	if use.Base != nil {
		once = scene.Text(use.File, use.Base) + "." + name
	}
	edits = append(edits,
		fix.Edit{Pos: branch.Pos(), End: branch.Body.Lbrace + 1, Text: once + ".Do(func() {"},
		fix.Edit{Pos: branch.Body.Rbrace, End: branch.Body.Rbrace + 1, Text: "})"},
	)
	return []fix.Draft{{Title: message.Of("fix-make-once", message.Args{"variable": v.Name()}), Edits: edits}}
}

// check finds `if v == nil { … v = … }` that nothing leaves.
func check(scene *fix.Scene) (*ast.IfStmt, fix.Use, bool) {
	for _, use := range scene.Uses {
		for i, n := range use.Path {
			branch, ok := n.(*ast.IfStmt)
			if !ok || i == 0 || use.Path[i-1] != ast.Node(branch.Cond) || branch.Init != nil || branch.Else != nil {
				continue
			}
			if missing(branch.Cond, use.Expr) && assigns(scene, branch) && !leaves(branch.Body) {
				return branch, use, true
			}
		}
	}
	return nil, fix.Use{}, false
}

// missing reads `v == nil` and `!v`.
func missing(cond ast.Expr, v ast.Expr) bool {
	switch c := ast.Unparen(cond).(type) {
	case *ast.BinaryExpr:
		null, ok := c.Y.(*ast.Ident)
		return c.Op == token.EQL && c.X == v && ok && null.Name == "nil"
	case *ast.UnaryExpr:
		return c.Op == token.NOT && c.X == v
	}
	return false
}

func assigns(scene *fix.Scene, branch *ast.IfStmt) bool {
	for _, use := range scene.Uses {
		if use.Write && branch.Body.Pos() < use.Expr.Pos() && use.Expr.Pos() < branch.Body.End() {
			return true
		}
	}
	return false
}

// resets tells whether the value is written elsewhere too: then once is not enough.
func resets(scene *fix.Scene, branch *ast.IfStmt) bool {
	for _, use := range scene.Uses {
		outside := use.Expr.Pos() < branch.Pos() || branch.End() < use.Expr.Pos()
		if assign, ok := use.Parent().(*ast.AssignStmt); ok && use.Write && outside && !scene.TestFile(use.File) {
			return assign != nil
		}
	}
	return false
}

func leaves(body *ast.BlockStmt) bool {
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		switch n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.ReturnStmt, *ast.BranchStmt:
			found = true
		}
		return !found
	})
	return found
}
