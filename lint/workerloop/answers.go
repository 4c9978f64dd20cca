package workerloop

import (
	"go/ast"
	"go/token"
	"go/types"

	"github.com/go-race-audit/go-race-audit/lint/syntax"
)

// answers: the recovery starts the worker again, or tells someone that it ended:
// it sends, closes, cancels, sets an error or ends the process.
func (c *checker) answers(recovers ast.Node) bool {
	switch launching := recovers.(type) { // which only recovers, or is told what to do then
	case *ast.CallExpr:
		return c.functions(launching) > 1
	case *ast.GoStmt:
		return c.functions(launching.Call) > 1
	}
	return c.info.Does(recovers, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.GoStmt, *ast.SendStmt, *ast.IncDecStmt:
			return true
		case *ast.UnaryExpr: // workers.Add(-1): who starts them sees that one is missing
			return n.Op == token.SUB
		case *ast.CallExpr:
			return c.info.Answers(n) || len(c.info.Sites(n)) > 0
		case *ast.AssignStmt:
			return c.assignsOuter(n, recovers)
		}
		return false
	})
}

// functions counts the functions that call is given; options are of a type of their own.
func (c *checker) functions(call *ast.CallExpr) int {
	count := 0
	for _, arg := range call.Args {
		if _, ok := c.pass.TypesInfo.TypeOf(arg).(*types.Signature); ok {
			count++
		}
	}
	return count
}

// counts: the recovery counts the panic in a metric, or tells a hook or a handler of it, so that
// the end of the worker does not go unnoticed.
func (c *checker) counts(recovers ast.Node) bool {
	call := calledBy(recovers)
	if c.info.GivenHandler(call) || c.info.Of(c.info.Callee(call)).Tells {
		return true
	}
	d := c.deferred(recovers)
	return d != nil && c.info.Tells(d)
}

// calledBy is the call of what recovers: of a deferred function, or of one that launches the work.
func calledBy(recovers ast.Node) *ast.CallExpr {
	switch recovers := recovers.(type) {
	case *ast.DeferStmt:
		return recovers.Call
	case *ast.GoStmt:
		return recovers.Call
	}
	return recovers.(*ast.CallExpr)
}

// doubtful: nothing but a name says that there is a recovery, or it ends the process at times.
func (c *checker) doubtful(recovers ast.Node) bool {
	d := c.deferred(recovers)
	return d != nil && (c.info.Guessed(d) || c.info.MayEnd(d))
}

// deferred is the defer that recovers: that of the function itself, or of the one in this
// package that is called to launch it.
func (c *checker) deferred(recovers ast.Node) *ast.DeferStmt {
	if d, ok := recovers.(*ast.DeferStmt); ok {
		return d
	}
	decl := c.info.Decl(c.info.Callee(calledBy(recovers)))
	if decl == nil {
		return nil
	}
	var found *ast.DeferStmt
	ast.Inspect(decl.Body, func(n ast.Node) bool {
		if d, ok := n.(*ast.DeferStmt); ok && found == nil && c.info.DeferHandles(d) {
			found = d
		}
		return found == nil
	})
	return found
}

// maxWithin bounds how many calls further in than the loop a recover is looked for.
const maxWithin = 2

// recoversWithin: a part of what runs has a recover of its own, and is the part that its
// author takes for risky.
func (c *checker) recoversWithin(body *ast.BlockStmt, calls int) bool {
	if c.info.ContainsInside(body) {
		return true
	}
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.GoStmt:
			return false
		case *ast.CallExpr:
			decl := c.info.Decl(c.info.Callee(n))
			found = found || calls > 0 && decl != nil && c.recoversWithin(decl.Body, calls-1)
		}
		return !found
	})
	return found
}

// assignsOuter: an error that the launching code reads afterwards.
func (c *checker) assignsOuter(assign *ast.AssignStmt, recovers ast.Node) bool {
	for _, left := range assign.Lhs {
		id, ok := ast.Unparen(left).(*ast.Ident)
		if !ok {
			continue
		}
		obj := c.pass.TypesInfo.Uses[id]
		if v, ok := obj.(*types.Var); ok && (v.Pos() < recovers.Pos() || recovers.End() < v.Pos()) && syntax.IsError(v.Type()) {
			return true
		}
	}
	return false
}
