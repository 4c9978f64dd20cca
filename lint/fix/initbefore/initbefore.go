// Package initbefore sets what a goroutine sets when it begins before the
// goroutine is started.
package initbefore

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"github.com/go-race-audit/go-race-audit/lint/fix"
	"github.com/go-race-audit/go-race-audit/lint/message"
)

// Pattern is this package's.
var Pattern = fix.Pattern{Name: "initbefore", Draft: draft}

// draft serves `x.f = make(…)` among the first statements of a function or
// literal that one go statement runs, and nobody else.
func draft(scene *fix.Scene) []fix.Draft {
	if scene.Subject == nil || !scene.Subject.IsField() {
		return nil
	}
	for _, use := range scene.Uses {
		assign, ok := use.Parent().(*ast.AssignStmt)
		if !ok || !use.Write || !scene.Reported(use.File, assign) || len(assign.Lhs) != 1 || !made(assign.Rhs[0]) {
			continue
		}
		target, ok := launched(scene, use)
		if !ok || !first(target.body, assign) {
			continue
		}
		text := target.text + strings.TrimPrefix(scene.Statement(use.File, assign), scene.Text(use.File, use.Expr))
		return []fix.Draft{{
			Title: message.Of("fix-set-before", message.Args{"variable": scene.Subject.Name()}),
			Edits: []fix.Edit{
				scene.RemoveLines(use.File, assign),
				scene.Before(target.where.File, target.stmt, text),
			},
		}}
	}
	return nil
}

// made tells whether a value is made on the spot: a number is a result of the
// goroutine's work.
func made(expr ast.Expr) bool {
	_, number := expr.(*ast.BasicLit)
	return !number && fix.FreshValue(expr)
}

// launch is the go statement of the function that a use lies in, and how the
// variable is written there.
type launch struct {
	where fix.Where
	stmt  *ast.GoStmt
	body  *ast.BlockStmt
	text  string
}

func launched(scene *fix.Scene, use fix.Use) (launch, bool) {
	switch fn := use.Func().(type) {
	case *ast.FuncLit:
		stmt := goOf(use.Path, func(call *ast.CallExpr) bool { return call.Fun == fn && len(call.Args) == 0 })
		return launch{use.Where, stmt, fn.Body, scene.Text(use.File, use.Expr)}, stmt != nil
	case *ast.FuncDecl:
		return ofMethod(scene, use, fn)
	}
	return launch{}, false
}

// ofMethod serves `go x.run()` where run sets a field of its receiver.
func ofMethod(scene *fix.Scene, use fix.Use, decl *ast.FuncDecl) (launch, bool) {
	fn, ok := use.Pkg.TypesInfo.Defs[decl.Name].(*types.Func)
	root, plain := use.Base.(*ast.Ident)
	if !ok || !plain || decl.Recv == nil || len(decl.Recv.List[0].Names) != 1 || decl.Recv.List[0].Names[0].Name != root.Name {
		return launch{}, false
	}
	calls := scene.UsesOf(fn)
	if len(calls) != 1 || calls[0].Base == nil || fn.Exported() {
		return launch{}, false
	}
	call := calls[0]
	stmt := goOf(call.Path, func(c *ast.CallExpr) bool { return c.Fun == call.Expr })
	text := scene.Text(call.File, call.Base) + "." + scene.Subject.Name()
	return launch{call.Where, stmt, decl.Body, text}, stmt != nil
}

// goOf is the go statement of a call on the path.
func goOf(path []ast.Node, is func(*ast.CallExpr) bool) *ast.GoStmt {
	for i, n := range path {
		if call, ok := n.(*ast.CallExpr); ok && is(call) && i+1 < len(path) {
			stmt, _ := path[i+1].(*ast.GoStmt)
			return stmt
		}
	}
	return nil
}

// first tells whether only assignments come before one.
func first(body *ast.BlockStmt, assign *ast.AssignStmt) bool {
	for _, stmt := range body.List {
		if stmt == ast.Stmt(assign) {
			return assign.Tok == token.ASSIGN
		}
		if before, ok := stmt.(*ast.AssignStmt); !ok || !fix.FreshValue(before.Rhs[0]) {
			return false
		}
	}
	return false
}
