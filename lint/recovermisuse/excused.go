package recovermisuse

import (
	"go/ast"
	"go/types"
	"regexp"
	"slices"

	"github.com/go-race-audit/go-race-audit/lint/scope"
	"github.com/go-race-audit/go-race-audit/lint/syntax"
)

// excused tells whether there is a reason to drop a panic, so that it is worth a note only.
func (c *checker) excused(body *ast.BlockStmt) bool {
	forTests := scope.At(c.pass.Fset, c.file, body.Pos(), c.place) == scope.TestHelper
	return forTests || c.explained(body) || c.whenEnded() || c.guardsChannel(body) || c.guardsEnd(body) || c.answersByResult(body) || c.elsewhere(body) || c.withinRecovery(body)
}

// reason matches comments that say why a panic is dropped.
var reason = regexp.MustCompile(`(?i)\b(ignor|closed|clos(e|ing)|expected|harmless|best[- ]effort|intentional|deliberate|on purpose|safe to|double|already|race with|assum(e|ing)|malformed|nowhere|fall(s|ing)? ?back)`)

// maxAbove bounds the lines between a comment and the function that it explains.
const maxAbove = 3

// explained: a comment in the function, just above it or behind it says why.
func (c *checker) explained(body *ast.BlockStmt) bool {
	first := c.pass.Fset.Position(body.Pos()).Line
	for _, group := range c.file.Comments {
		inside := body.Pos() <= group.Pos() && group.End() <= body.End()
		distance := first - c.pass.Fset.Position(group.End()).Line
		near := 0 <= distance && distance <= maxAbove
		if (inside || near) && slices.ContainsFunc(group.List, func(comment *ast.Comment) bool { return reason.MatchString(comment.Text) }) {
			return true // group.Text() leaves out what stands behind //nolint:…
		}
	}
	return false
}

// protects are the other statements of the function that defers body.
func (c *checker) protects(body *ast.BlockStmt) (stmts []ast.Stmt, results *ast.FieldList) {
	for i := len(c.stack) - 1; i >= 0; i-- {
		var fn *ast.BlockStmt
		switch n := c.stack[i].(type) {
		case *ast.FuncDecl:
			fn, results = n.Body, n.Type.Results
		case *ast.FuncLit:
			fn, results = n.Body, n.Type.Results
		}
		if fn == nil || fn == body {
			continue
		}
		return atOnce(fn.List), results
	}
	return nil, nil
}

// guardsChannel: all that is protected is a send or a close, which panics on a
// channel that is closed already: an idiom, if not a fine one.
func (c *checker) guardsChannel(body *ast.BlockStmt) bool {
	stmts, _ := c.protects(body)
	sends := slices.ContainsFunc(stmts, func(stmt ast.Stmt) bool { return c.sends(stmt) })
	if sends && !slices.ContainsFunc(stmts, func(stmt ast.Stmt) bool { return !c.info.OnlyChannels(stmt) }) {
		return true
	}
	if len(stmts) == 2 {
		if ret, ok := stmts[1].(*ast.ReturnStmt); ok && !c.callsOwn(ret) { // return nil
			stmts = stmts[:1]
		}
	}
	if len(stmts) != 1 {
		return false
	}
	switch s := stmts[0].(type) {
	case *ast.SendStmt, *ast.SelectStmt:
		return true
	case *ast.ExprStmt:
		call, ok := s.X.(*ast.CallExpr)
		return ok && types.ExprString(call.Fun) == "close"
	}
	return false
}

// sends tells whether root sends on a channel or closes one.
func (c *checker) sends(root ast.Node) bool {
	return syntax.Contains(root, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.SendStmt:
			return true
		case *ast.CallExpr:
			return syntax.IsBuiltin(c.pass.TypesInfo, n, "close")
		}
		return false
	})
}

// ended matches the names of flags that tell of an end.
var ended = regexp.MustCompile(`(?i)clos|done|exit|finish|quit|stop`)

// whenEnded: it recovers only where a flag says that all is over.
func (c *checker) whenEnded() bool {
	for i := len(c.stack) - 1; i >= 0; i-- {
		switch n := c.stack[i].(type) {
		case *ast.FuncLit, *ast.FuncDecl:
			return false
		case *ast.IfStmt:
			if n.Init == nil && ended.MatchString(types.ExprString(n.Cond)) {
				return true
			}
		}
	}
	return false
}

// ending matches functions that end something, which may have ended before.
var ending = regexp.MustCompile(`(?i)^(safe)?(cancel|clos|deregister|disconnect|release|remove|shutdown|stop|terminate|unregister|unsubscribe)`)

// guardsEnd: all that is protected ends something.
func (c *checker) guardsEnd(body *ast.BlockStmt) bool {
	stmts, _ := c.protects(body)
	ends := 0
	for _, stmt := range stmts {
		switch s := stmt.(type) {
		case *ast.IfStmt:
			if !syntax.Returns(s.Body.List) || s.Else != nil {
				return false
			}
		case *ast.ExprStmt:
			call, ok := s.X.(*ast.CallExpr)
			if !ok || !ending.MatchString(syntax.CalledName(call)) {
				return false
			}
			ends++
		default:
			return false
		}
	}
	return ends > 0
}

// answersByResult: the zero result of the function says that it failed: several results,
// the last of which is false, or what one return statement alone would have said.
func (c *checker) answersByResult(body *ast.BlockStmt) bool {
	stmts, results := c.protects(body)
	if results == nil || c.saysNoError(body) {
		return false
	}
	last := c.pass.TypesInfo.TypeOf(results.List[len(results.List)-1].Type)
	isBool := types.Identical(last, types.Typ[types.Bool])
	if isBool && results.NumFields() > 1 {
		return true
	}
	if len(stmts) != 1 || c.runsOthers(stmts) { // whose failure nobody learns of then
		return false
	}
	ret, ok := stmts[0].(*ast.ReturnStmt)
	return ok && (isBool || syntax.IsError(last) || !c.callsOwn(ret))
}

// saysNoError: after a panic, the error that would tell of a failure is set to nil.
func (c *checker) saysNoError(body *ast.BlockStmt) bool {
	return slices.ContainsFunc(afterPanic(body), func(stmt ast.Stmt) bool {
		assign, ok := stmt.(*ast.AssignStmt)
		return ok && c.forgets(assign)
	})
}

// elsewhere: another branch of the function recovers too, so that this one is for where
// there is nowhere to put the panic.
func (c *checker) elsewhere(body *ast.BlockStmt) bool {
	recovers := 0
	ast.Inspect(body, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok && c.isRecover(call) {
			recovers++
		}
		return true
	})
	return recovers > 1
}

// withinRecovery: a panic has been recovered already, and this recover is for what is done
// about that one.
func (c *checker) withinRecovery(body *ast.BlockStmt) bool {
	return slices.ContainsFunc(c.stack, func(n ast.Node) bool {
		branch, ok := n.(*ast.IfStmt)
		return ok && branch.Init != nil && c.recoversIn(branch.Init) && branch.Body.Pos() <= body.Pos() && body.End() <= branch.Body.End()
	})
}

// recoversIn tells whether a recover is called below root.
func (c *checker) recoversIn(root ast.Node) bool {
	found := false
	ast.Inspect(root, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		found = found || ok && c.isRecover(call)
		return !found
	})
	return found
}

// callsOwn: work of this very package is hidden, not a single operation.
func (c *checker) callsOwn(root ast.Node) bool {
	found := false
	ast.Inspect(root, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		found = found || ok && c.info.Decl(c.info.Callee(call)) != nil
		return !found
	})
	return found
}
