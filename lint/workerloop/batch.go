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
// and ends with it: the loop is over a channel which that function fills and closes, or each turn
// takes the next index from a counter.
func (c *checker) batch(entry inventory.Launch, stmt ast.Stmt) bool {
	switch loop := stmt.(type) {
	case *ast.RangeStmt:
		return slices.ContainsFunc(entry.Enclosing, func(fn ast.Node) bool { return c.fills(fn, loop.X) })
	case *ast.ForStmt:
		return c.takesTurns(loop.Body.List)
	}
	return false
}

// fills: fn itself makes the channel, sends on it what it ranges over and closes it.
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
	return syntax.Contains(body, func(n ast.Node) bool { return c.sendsElements(n, same) }) &&
		syntax.Contains(body, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			return ok && syntax.IsBuiltin(c.pass.TypesInfo, call, "close") && same(call.Args[0])
		})
}

// sendsElements: n goes through what has an end, and sends on that channel.
func (c *checker) sendsElements(n ast.Node, on func(channel ast.Expr) bool) bool {
	loop, ok := n.(*ast.RangeStmt)
	if !ok {
		return false
	}
	if _, channel := c.pass.TypesInfo.TypeOf(loop.X).Underlying().(*types.Chan); channel {
		return false
	}
	return syntax.Contains(loop.Body, func(n ast.Node) bool {
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
