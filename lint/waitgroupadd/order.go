package waitgroupadd

import (
	"go/ast"
	"go/token"
	"go/types"
	"maps"
	"slices"

	"github.com/go-race-audit/go-race-audit/lint/syntax"
)

// noteWaits notes the calls of Wait in one function, without its literals, and what it, or a
// function of the package that it calls, has sent on before.
func (c *checker) noteWaits(body *ast.BlockStmt) {
	told := map[types.Object]bool{}
	c.withCalled(body, func(n ast.Node) {
		switch n := n.(type) {
		case *ast.SendStmt:
			if channel := c.object(n.Chan); channel != nil {
				told[channel] = true
			}
		case *ast.CallExpr:
			if group := c.group(n, "Wait"); group != nil {
				c.waits[group] = append(c.waits[group], maps.Clone(told))
			}
		}
	})
}

// withCalled looks at body, and at the functions of the package that it calls, without their
// literals and what they start.
func (c *checker) withCalled(body *ast.BlockStmt, look func(n ast.Node)) {
	each := func(root *ast.BlockStmt, called func(*ast.CallExpr)) {
		ast.Inspect(root, func(n ast.Node) bool {
			switch n := n.(type) {
			case nil, *ast.FuncLit, *ast.GoStmt:
				return false
			case *ast.CallExpr:
				called(n)
			}
			look(n)
			return true
		})
	}
	each(body, func(call *ast.CallExpr) {
		if decl := c.decls[c.closures.Resolve(c.info, call.Fun).Func]; decl != nil {
			each(decl.Body, func(*ast.CallExpr) {})
		}
	})
}

// mayMiss tells whether some Wait for group may come before the goroutine with this body
// has counted itself: none of what it receives was sent before.
func (c *checker) mayMiss(group types.Object, body *ast.BlockStmt) bool {
	heard := map[types.Object]bool{}
	c.withCalled(body, func(n ast.Node) {
		if receive, ok := n.(*ast.UnaryExpr); ok && receive.Op == token.ARROW {
			heard[c.object(receive.X)] = true
		}
	})
	return slices.ContainsFunc(c.waits[group], func(told map[types.Object]bool) bool {
		for channel := range told {
			if heard[channel] {
				return false
			}
		}
		return true
	})
}

// tellsStarted: the first thing after Add is to tell whoever waits for the start, over a
// channel or, when it has prepared itself, by another group.
func (c *checker) tellsStarted(rest []ast.Stmt, group types.Object) bool {
	prepared := false // what is sent then may be a result
	for _, stmt := range rest {
		switch s := stmt.(type) {
		case *ast.DeferStmt:
			continue
		case *ast.AssignStmt, *ast.DeclStmt:
			prepared = true
			continue
		case *ast.SendStmt:
			return !prepared
		case *ast.ExprStmt:
			call, ok := s.X.(*ast.CallExpr)
			if !ok {
				return false
			}
			other := c.group(call, "Done")
			return !prepared && syntax.IsBuiltin(c.info, call, "close") || other != nil && other != group
		}
		return false
	}
	return false
}
