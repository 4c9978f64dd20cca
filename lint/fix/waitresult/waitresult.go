// Package waitresult waits for a goroutine before what it made is used.
package waitresult

import (
	"go/ast"
	"go/token"

	"github.com/go-race-audit/go-race-audit/lint/fix"
	"github.com/go-race-audit/go-race-audit/lint/message"
	"github.com/go-race-audit/go-race-audit/lint/syntax"
)

// Pattern is this package's.
var Pattern = fix.Pattern{Name: "waitresult", Draft: draft}

// draft serves one go statement with a literal that writes a local variable
// which the function around it reads further down in the same list.
func draft(scene *fix.Scene) []fix.Draft {
	v := scene.Subject
	if v == nil || v.IsField() || len(scene.Uses) == 0 {
		return nil
	}
	where, ok := scene.FileAt(v.Pos())
	if !ok || v.Parent() == v.Pkg().Scope() {
		return nil
	}
	outer := fix.FuncAround(v.Pos(), where)
	var lit *ast.FuncLit
	written := false
	for _, use := range scene.Uses {
		in, ok := use.Func().(*ast.FuncLit)
		if !ok || use.Func() == outer {
			continue
		}
		written = written || use.Write
		if lit != nil && lit != in {
			return nil // several write: waiting for one is not enough
		}
		lit = in
	}
	list, started, ok := launch(outer, lit)
	if !ok || !written {
		return nil
	}
	for _, stmt := range list[started+1:] {
		reads, writes := uses(scene, outer, stmt)
		if writes {
			return nil // it is told something, and does not answer
		}
		if !reads {
			continue
		}
		name := fix.Fresh(where, "done", v.Name()+"Done", "finished")
		if name == "" {
			return nil
		}
		return []fix.Draft{{
			Title: message.Of("fix-wait-result", message.Args{"variable": v.Name()}),
			Edits: []fix.Edit{
				scene.Before(where.File, list[started], name+" := make(chan struct{})"),
				scene.AtHead(where.File, lit.Body, "defer close("+name+")"),
				scene.Before(where.File, stmt, "<-"+name),
			},
		}}
	}
	return nil
}

// launch finds the go statement of a literal in a list that runs once.
func launch(outer ast.Node, lit *ast.FuncLit) (list []ast.Stmt, index int, ok bool) {
	body := syntax.Body(outer)
	if lit == nil || body == nil {
		return nil, 0, false
	}
	for i, stmt := range body.List {
		if start, ok := stmt.(*ast.GoStmt); ok && ast.Unparen(start.Call.Fun) == lit {
			return body.List, i, true
		}
	}
	return nil, 0, false
}

func uses(scene *fix.Scene, outer ast.Node, stmt ast.Stmt) (reads, writes bool) {
	within := func(pos token.Pos) bool { return stmt.Pos() <= pos && pos < stmt.End() }
	for _, use := range scene.Uses {
		if use.Func() == outer && within(use.Expr.Pos()) {
			reads, writes = reads || !use.Write, writes || use.Write
		}
	}
	return reads, writes
}
