package recovery

import (
	"go/ast"

	"github.com/go-race-audit/go-race-audit/lint/syntax"
)

// onlyRecovers: each statement of body is about the recovered value: it takes
// it, or runs under a condition that names it, or the function stops at nil.
func (r *Info) onlyRecovers(body *ast.BlockStmt) bool {
	if len(body.List) == 0 {
		return false
	}
	switch first := body.List[0].(type) {
	case *ast.ExprStmt: // recover()
		return len(body.List) == 1
	case *ast.IfStmt: // if r := recover(); r != nil { … }
		return first.Else == nil && r.callsRecover(first) && r.onlyReturns(body.List[1:])
	case *ast.AssignStmt: // r := recover()
		if !r.callsRecover(first) {
			return false
		}
		if len(body.List) == 1 {
			return true
		}
		branch, ok := body.List[1].(*ast.IfStmt)
		return ok && branch.Else == nil && (syntax.Returns(branch.Body.List) || r.onlyReturns(body.List[2:]))
	}
	return false
}

// onlyReturns: nothing follows, or no more than a return of plain values.
func (r *Info) onlyReturns(list []ast.Stmt) bool {
	if len(list) == 0 {
		return true
	}
	_, ok := list[0].(*ast.ReturnStmt)
	return ok && r.Risk(list[0]) == nil
}

// callsRecover: the head of a statement calls recover.
func (r *Info) callsRecover(stmt ast.Stmt) bool {
	if branch, ok := stmt.(*ast.IfStmt); ok {
		if branch.Init != nil {
			return r.callsRecover(branch.Init)
		}
		stmt = &ast.ExprStmt{X: branch.Cond}
	}
	found := false
	inspectShallow(stmt, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok {
			found = found || r.builtin(call) == "recover"
		}
		return !found
	})
	return found
}
