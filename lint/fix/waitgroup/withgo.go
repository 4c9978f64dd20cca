package waitgroup

import (
	"go/ast"
	"go/version"

	"github.com/go-race-audit/go-race-audit/lint/fix"
)

// withGo turns `go func() { wg.Add(1); defer wg.Done(); … }()` into wg.Go(func() { … }),
// which Go has from 1.25 on.
func withGo(scene *fix.Scene, s start) ([]fix.Edit, bool) {
	language := s.Pkg.TypesInfo.FileVersions[s.File]
	lit, _ := ast.Unparen(s.stmt.Call.Fun).(*ast.FuncLit)
	if language == "" || version.Compare(language, "go1.25") < 0 || lit == nil || len(s.stmt.Call.Args) > 0 || lit.Type.Results != nil {
		return nil, false
	}
	var edits []fix.Edit
	group := ""
	for _, stmt := range s.body.List {
		method, receiver := groupCall(scene, s, stmt)
		if deferred, ok := stmt.(*ast.DeferStmt); ok {
			method, receiver = groupCall(scene, s, &ast.ExprStmt{X: deferred.Call})
		}
		switch {
		case method == "Add" && (group == "" || group == receiver):
			edits, group = append(edits, scene.RemoveLines(s.File, stmt)), receiver
		case method == "Done" && group == receiver:
			edits = append(edits, scene.RemoveLines(s.File, stmt))
		}
	}
	if len(edits) != 2 {
		return nil, false
	}
	return append(edits,
		fix.Edit{Pos: s.stmt.Pos(), End: lit.Pos(), Text: group + ".Go("},
		fix.Edit{Pos: lit.End(), End: s.stmt.End(), Text: ")"},
	), true
}
