// Package loopvariable copies a loop variable for each turn, which Go does by
// itself only from 1.22 on.
package loopvariable

import (
	"go/ast"
	"go/token"
	"go/version"

	"golang.org/x/tools/go/ast/astutil"

	"github.com/go-race-audit/go-race-audit/lint/fix"
	"github.com/go-race-audit/go-race-audit/lint/message"
)

// Pattern is this package's.
var Pattern = fix.Pattern{Name: "loopvariable", Draft: draft}

func draft(scene *fix.Scene) []fix.Draft {
	v := scene.Subject
	if v == nil || v.IsField() {
		return nil
	}
	where, ok := scene.FileAt(v.Pos())
	if !ok || perTurn(where) {
		return nil
	}
	path, _ := astutil.PathEnclosingInterval(where.File, v.Pos(), v.Pos())
	for _, n := range path {
		var body *ast.BlockStmt
		switch n := n.(type) {
		case *ast.RangeStmt:
			if n.Tok == token.DEFINE {
				body = n.Body
			}
		case *ast.ForStmt:
			if init, ok := n.Init.(*ast.AssignStmt); ok && init.Tok == token.DEFINE {
				body = n.Body
			}
		case *ast.BlockStmt:
			return nil
		}
		if body != nil && body.Pos() > v.Pos() {
			return []fix.Draft{{
				Title: message.Of("fix-loop-copy", message.Args{"variable": v.Name()}),
				Edits: []fix.Edit{scene.AtHead(where.File, body, v.Name()+" := "+v.Name())},
			}}
		}
	}
	return nil
}

// perTurn tells whether the file's language makes a variable for each turn.
func perTurn(where fix.Where) bool {
	language := where.Pkg.TypesInfo.FileVersions[where.File]
	return language == "" || version.Compare(language, "go1.22") >= 0
}
