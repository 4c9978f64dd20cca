package workerloop

import (
	"go/ast"
	"go/token"
	"go/types"
	"regexp"
	"slices"

	"github.com/go-race-audit/go-race-audit/lint/inventory"
	"github.com/go-race-audit/go-race-audit/lint/syntax"
)

// batch: the worker is one of those that share out what their launching function goes through,
// and ends with it: the loop is over a channel which that function closes when it is done, or each
// turn takes the next index from a counter.
func (c *checker) batch(entry inventory.Launch, stmt ast.Stmt) bool {
	switch loop := stmt.(type) {
	case *ast.RangeStmt:
		return slices.ContainsFunc(entry.Enclosing, func(fn ast.Node) bool { return c.fills(fn, loop.X) })
	case *ast.ForStmt:
		return c.takesTurns(loop.Body.List)
	}
	return false
}

// fills: fn itself makes and closes the channel, and sends on it what it ranges over or waits for
// nothing before it closes it.
func (c *checker) fills(fn ast.Node, channel ast.Expr) bool {
	id, ok := ast.Unparen(channel).(*ast.Ident)
	if !ok {
		return false
	}
	obj, body := c.pass.TypesInfo.Uses[id], syntax.Body(fn)
	if obj == nil || obj.Pos() < body.Pos() || body.End() <= obj.Pos() {
		return false
	}
	same := func(value ast.Expr) bool {
		id, ok := ast.Unparen(value).(*ast.Ident)
		return ok && c.pass.TypesInfo.Uses[id] == obj
	}
	closes := func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		return ok && syntax.IsBuiltin(c.pass.TypesInfo, call, "close") && same(call.Args[0])
	}
	atOnce := slices.ContainsFunc(body.List, func(stmt ast.Stmt) bool {
		expr, ok := stmt.(*ast.ExprStmt)
		return ok && closes(expr.X)
	})
	return atOnce && !syntax.Contains(body, c.lasts) ||
		syntax.Contains(body, closes) && syntax.Contains(body, func(n ast.Node) bool { return c.sendsElements(n, same) })
}

// serving matches functions that return when they are told to.
var serving = regexp.MustCompile(`^(Block|Consume|Listen|Loop|Run|Serve|Start|Watch)`)

// lasts: n waits for others, or may go on for as long as the process lives.
func (c *checker) lasts(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.SelectStmt:
		return true
	case *ast.UnaryExpr:
		return n.Op == token.ARROW
	case *ast.ForStmt:
		return n.Cond == nil
	case *ast.RangeStmt:
		return c.isChannel(n.X)
	case *ast.CallExpr:
		return serving.MatchString(syntax.CalledName(n))
	}
	return false
}

func (c *checker) isChannel(value ast.Expr) bool {
	_, ok := c.pass.TypesInfo.TypeOf(value).Underlying().(*types.Chan)
	return ok
}

// sendsElements: n goes through what has an end, and sends on that channel.
func (c *checker) sendsElements(n ast.Node, on func(channel ast.Expr) bool) bool {
	loop, ok := n.(*ast.RangeStmt)
	return ok && !c.isChannel(loop.X) && syntax.Contains(loop.Body, func(n ast.Node) bool {
		send, ok := n.(*ast.SendStmt)
		return ok && on(send.Chan)
	})
}

// increments matches methods and functions that give the next number of a counter.
var increments = regexp.MustCompile(`^(Add|Inc)((Ui|I)nt(32|64))?$`)

// takesTurns: the statements take the next number of a counter, and leave the loop where that
// passes a bound.
func (c *checker) takesTurns(list []ast.Stmt) bool {
	for i, stmt := range list[:len(list)-1] {
		assign, ok := stmt.(*ast.AssignStmt)
		if !ok || len(assign.Lhs) != 1 || !syntax.Contains(assign.Rhs[0], func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			return ok && increments.MatchString(syntax.CalledName(call))
		}) {
			continue
		}
		branch, ok := list[i+1].(*ast.IfStmt)
		if !ok {
			return false
		}
		bound, ok := branch.Cond.(*ast.BinaryExpr)
		return ok && (bound.Op == token.GEQ || bound.Op == token.GTR) && types.ExprString(bound.X) == types.ExprString(assign.Lhs[0]) && leaves(branch.Body)
	}
	return false
}
