// Package waitgroup counts a goroutine before it starts, and counts it off when
// all of it is done.
package waitgroup

import (
	"go/ast"
	"go/types"

	"github.com/go-race-audit/go-race-audit/lint/fix"
	"github.com/go-race-audit/go-race-audit/lint/message"
)

// Pattern is this package's.
var Pattern = fix.Pattern{Name: "waitgroup", Draft: draft}

// start is a go statement with a literal.
type start struct {
	fix.Where
	stmt *ast.GoStmt
	body *ast.BlockStmt
}

func draft(scene *fix.Scene) []fix.Draft {
	var drafts []fix.Draft
	var adds, dones []fix.Edit
	for _, s := range starts(scene) {
		if edits, ok := withGo(scene, s); ok {
			drafts = append(drafts, fix.Draft{Title: message.Of("fix-waitgroup-go", nil), Edits: edits})
			continue
		}
		for i, stmt := range s.body.List {
			switch method, receiver := groupCall(scene, s, stmt); method {
			case "Add":
				adds = append(adds, scene.RemoveLines(s.File, stmt), scene.Before(s.File, s.stmt, scene.Statement(s.File, stmt)))
			case "Done":
				if i+1 < len(s.body.List) {
					dones = append(dones, scene.RemoveLines(s.File, stmt), scene.AtHead(s.File, s.body, "defer "+receiver+".Done()"))
				}
			}
		}
	}
	if len(adds) > 0 {
		drafts = append(drafts, fix.Draft{Title: message.Of("fix-add-early", nil), Edits: adds})
	}
	if len(dones) > 0 {
		drafts = append(drafts, fix.Draft{Title: message.Of("fix-done-late", nil), Edits: dones})
	}
	return drafts
}

// starts are the go statements of the functions that the report passes through.
func starts(scene *fix.Scene) []start {
	var found []start
	seen := map[*ast.GoStmt]bool{}
	for _, site := range scene.Passed() {
		where := site.Where
		for _, decl := range where.File.Decls {
			if site.Line < scene.Line(decl.Pos()) || scene.Line(decl.End()) < site.Line {
				continue
			}
			ast.Inspect(decl, func(n ast.Node) bool {
				stmt, ok := n.(*ast.GoStmt)
				if !ok || seen[stmt] {
					return true
				}
				seen[stmt] = true
				if lit, ok := ast.Unparen(stmt.Call.Fun).(*ast.FuncLit); ok {
					found = append(found, start{where, stmt, lit.Body})
				}
				return true
			})
		}
	}
	return found
}

// groupCall reads `wg.Add(1)` and `wg.Done()`.
func groupCall(scene *fix.Scene, s start, stmt ast.Stmt) (method, receiver string) {
	expr, ok := stmt.(*ast.ExprStmt)
	if !ok {
		return "", ""
	}
	call, ok := expr.X.(*ast.CallExpr)
	if !ok {
		return "", ""
	}
	sel, ok := call.Fun.(*ast.SelectorExpr)
	if !ok {
		return "", ""
	}
	fn, ok := s.Pkg.TypesInfo.Uses[sel.Sel].(*types.Func)
	if !ok || fn.FullName() != "(*sync.WaitGroup)."+fn.Name() {
		return "", ""
	}
	return fn.Name(), scene.Text(s.File, sel.X)
}
