package workerloop

import (
	"go/ast"
	"go/token"
	"go/types"
	"regexp"
	"slices"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/go-race-audit/go-race-audit/lint/message"
	"github.com/go-race-audit/go-race-audit/lint/syntax"
)

// endless is the body of a loop that only ends from outside, and what it is over.
func (c *checker) endless(stmt ast.Stmt) (*ast.BlockStmt, any) {
	if labeled, ok := stmt.(*ast.LabeledStmt); ok {
		stmt = labeled.Stmt
	}
	switch s := stmt.(type) {
	case *ast.RangeStmt:
		if c.isChannel(s.X) && !results(s.X) {
			return s.Body, types.ExprString(s.X)
		}
	case *ast.ForStmt:
		if (s.Cond == nil || c.told(s.Cond)) && s.Post == nil && repeats(s.Body) {
			return s.Body, c.source(s.Body)
		}
	}
	return nil, nil
}

// lasting matches what gives a channel that has no end of its own: client.Watch(ctx, key).
var lasting = regexp.MustCompile(`(?i)channel|consum|event|listen|message|notif|receiv|subscri|tick|update|watch`)

// results: the channel is made for the answers to one question, as in reader.Rows(ctx), and ends
// with them.
func results(channel ast.Expr) bool {
	call, ok := ast.Unparen(channel).(*ast.CallExpr)
	return ok && len(call.Args) > 0 && !lasting.MatchString(syntax.CalledName(call))
}

// told: the condition of a loop asks whether somebody told it to end: ctx.Err() == nil,
// !closed.Load().
func (c *checker) told(cond ast.Expr) bool {
	switch cond := ast.Unparen(cond).(type) {
	case *ast.BinaryExpr:
		return cond.Op == token.EQL && c.calls(cond.X, "(context.Context).Err")
	case *ast.UnaryExpr:
		return c.told(cond.X)
	}
	return c.calls(cond, "(*sync/atomic.Bool).Load")
}

// calls tells whether expr calls the function of that full name.
func (c *checker) calls(expr ast.Expr, name string) bool {
	call, ok := ast.Unparen(expr).(*ast.CallExpr)
	if !ok {
		return false
	}
	fn, ok := typeutil.Callee(c.pass.TypesInfo, call).(*types.Func)
	return ok && fn.FullName() == name
}

// repeats: the loop does not just end at its first turn.
func repeats(body *ast.BlockStmt) bool {
	if len(body.List) == 0 {
		return false
	}
	switch last := body.List[len(body.List)-1].(type) {
	case *ast.ReturnStmt:
		return false
	case *ast.BranchStmt:
		return last.Tok != token.BREAK
	}
	return true
}

// staying is loop without the cases of its selects that leave it: what they do is done
// once, for the end.
func staying(loop *ast.BlockStmt) *ast.BlockStmt {
	stays := *loop
	stays.List = nil
	for _, stmt := range loop.List {
		if choice, ok := stmt.(*ast.SelectStmt); ok {
			cases := *choice.Body
			cases.List = slices.DeleteFunc(slices.Clone(cases.List), func(clause ast.Stmt) bool { return syntax.Returns(syntax.Statements(clause)) })
			stmt = &ast.SelectStmt{Select: choice.Select, Body: &cases}
		}
		stays.List = append(stays.List, stmt)
	}
	return &stays
}

// source says what an endless loop waits for: an expression, or our words.
func (c *checker) source(body *ast.BlockStmt) any {
	var what any = message.Of("source-work", nil)
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.SelectStmt:
			what = message.Of("source-select", nil)
			return false
		case *ast.UnaryExpr:
			if n.Op == token.ARROW {
				what = types.ExprString(n.X)
			}
		}
		return true
	})
	return what
}

// ticks tells whether a loop waits for nothing but times and the end of a
// context.
func (c *checker) ticks(loop *ast.BlockStmt) bool {
	times, others := 0, 0
	ast.Inspect(loop, func(n ast.Node) bool {
		receive, ok := n.(*ast.UnaryExpr)
		if !ok || receive.Op != token.ARROW {
			return true
		}
		channel, ok := c.pass.TypesInfo.TypeOf(receive.X).Underlying().(*types.Chan)
		switch {
		case !ok:
		case channel.Elem().String() == "time.Time":
			times++
		case channel.Elem().String() != "struct{}":
			others++
		}
		return true
	})
	return times > 0 && others == 0
}

// deferInside is a recover that is deferred in the loop itself.
func (c *checker) deferInside(loop *ast.BlockStmt) *ast.DeferStmt {
	var found *ast.DeferStmt
	ast.Inspect(loop, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.DeferStmt:
			if found == nil && c.info.DeferRecovers(n) {
				found = n
			}
		}
		return true
	})
	return found
}
