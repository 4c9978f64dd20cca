// Package loopvariable copies a loop variable for each turn, which Go does by
// itself only from 1.22 on.
package loopvariable

import (
	"go/ast"
	"go/types"
	"go/version"
	"strings"

	"github.com/go-race-audit/go-race-audit/lint/fix"
	"github.com/go-race-audit/go-race-audit/lint/message"
	"github.com/go-race-audit/go-race-audit/lint/syntax"
)

// Pattern is this package's.
var Pattern = fix.Pattern{Name: "loopvariable", Draft: draft}

// draft looks for loops whose head is a line of the report, and whose variables a
// literal in the body takes along.
func draft(scene *fix.Scene) []fix.Draft {
	for _, site := range scene.Sites {
		if perTurn(site.Where) {
			continue
		}
		var drafts []fix.Draft
		ast.Inspect(site.File, func(n ast.Node) bool {
			body, vars := syntax.Loop(n)
			if body == nil || len(drafts) > 0 || site.Line < scene.Line(n.Pos()) || scene.Line(body.Lbrace) < site.Line {
				return len(drafts) == 0
			}
			if names := captured(site.Where, body, vars); len(names) > 0 {
				list := strings.Join(names, ", ")
				drafts = append(drafts, fix.Draft{
					Title: message.Of("fix-loop-copy", message.Args{"variable": list}),
					Edits: []fix.Edit{scene.AtHead(site.File, body, list+" := "+list)},
				})
			}
			return true
		})
		if len(drafts) > 0 {
			return drafts
		}
	}
	return nil
}

// captured are the variables that a literal in the body uses.
func captured(where fix.Where, body *ast.BlockStmt, vars []ast.Expr) []string {
	var names []string
	for _, expr := range vars {
		id, ok := expr.(*ast.Ident)
		if !ok || id.Name == "_" {
			continue
		}
		v, ok := where.Pkg.TypesInfo.Defs[id].(*types.Var)
		if ok && inLiteral(where.Pkg.TypesInfo, body, v) {
			names = append(names, id.Name)
		}
	}
	return names
}

func inLiteral(info *types.Info, body *ast.BlockStmt, v *types.Var) bool {
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		lit, ok := n.(*ast.FuncLit)
		if !ok {
			return true
		}
		ast.Inspect(lit.Body, func(n ast.Node) bool {
			id, ok := n.(*ast.Ident)
			found = found || ok && info.Uses[id] == v
			return !found
		})
		return false
	})
	return found
}

// perTurn tells whether the file's language makes a variable for each turn.
func perTurn(where fix.Where) bool {
	language := where.Pkg.TypesInfo.FileVersions[where.File]
	return language == "" || version.Compare(language, "go1.22") >= 0
}
