package recovermisuse

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/analysis"

	"github.com/go-race-audit/go-race-audit/lint/diagnostic"
	"github.com/go-race-audit/go-race-audit/lint/logstyle"
	"github.com/go-race-audit/go-race-audit/lint/message"
)

// usage is how a function or a variable that holds one is used in the package.
type usage struct {
	called bool // f()
	other  bool // deferred, launched, handed on, stored
}

// countUses notes how each function is used.
func (c *checker) countUses(file *ast.File) {
	plain := map[*ast.Ident]bool{}
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.DeferStmt, *ast.GoStmt:
			// The call below is not a plain one: keep its name as another use.
			call := callOf(n)
			for _, arg := range call.Args {
				ast.Inspect(arg, func(m ast.Node) bool { return c.markPlain(m, plain) })
			}
			if lit, ok := ast.Unparen(call.Fun).(*ast.FuncLit); ok {
				ast.Inspect(lit.Body, func(m ast.Node) bool { return c.markPlain(m, plain) })
			}
			return false
		default:
			return c.markPlain(n, plain)
		}
	})
	ast.Inspect(file, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok {
			if obj := c.pass.TypesInfo.Uses[id]; obj != nil {
				u := c.uses[obj]
				u.called, u.other = u.called || plain[id], u.other || !plain[id]
				c.uses[obj] = u
			}
		}
		return true
	})
}

// callOf is the call of a defer or go statement.
func callOf(n ast.Node) *ast.CallExpr {
	switch n := n.(type) {
	case *ast.DeferStmt:
		return n.Call
	case *ast.GoStmt:
		return n.Call
	}
	return nil
}

// markPlain notes the name that a plain call uses. It stops at defer and go.
func (c *checker) markPlain(n ast.Node, plain map[*ast.Ident]bool) bool {
	switch n := n.(type) {
	case *ast.DeferStmt, *ast.GoStmt:
		call := callOf(n)
		if lit, ok := ast.Unparen(call.Fun).(*ast.FuncLit); ok {
			ast.Inspect(lit.Body, func(m ast.Node) bool { return c.markPlain(m, plain) })
		}
		return false
	case *ast.CallExpr:
		switch fun := ast.Unparen(n.Fun).(type) {
		case *ast.Ident:
			plain[fun] = true
		case *ast.SelectorExpr:
			plain[fun.Sel] = true
		}
	}
	return true
}

// recoverCall judges a call of recover by what encloses it.
func (c *checker) recoverCall(call *ast.CallExpr) {
	if d, ok := c.parent(1).(*ast.DeferStmt); ok && d.Call == call {
		c.misplaced(d, "deferred-builtin", diagnostic.Error, message.Of("misplaced-deferred-builtin", nil), c.wrapFix(d)...)
		return
	}
	encl, at := c.enclosing()
	for i := len(c.stack) - 2; i > at; i-- {
		if d, ok := c.stack[i].(*ast.DeferStmt); ok {
			c.misplaced(call, "evaluated-early", diagnostic.Error, message.Of("misplaced-argument", message.Args{"function": types.ExprString(d.Call.Fun)}))
			return
		}
	}
	switch encl := encl.(type) {
	case *ast.FuncLit:
		c.recoverInLiteral(call, encl, at)
	case *ast.FuncDecl:
		fn := c.info.Function(encl)
		if u := c.uses[fn]; fn != nil && u.called && !u.other && !fn.Exported() {
			c.misplaced(call, "never-deferred", diagnostic.Error, message.Of("misplaced-never-deferred", message.Args{"function": fn.Name()}))
			return
		}
		if text := expectsFatal(encl.Body); text != "" && c.info.Of(fn).OnlyRecovers {
			c.misplaced(call, "unrecoverable", diagnostic.Warning, message.Of("misplaced-fatal-text", message.Args{"text": text}))
			return
		}
		if c.afterWork(call, encl) && !c.uses[fn].other {
			c.misplaced(call, "never-deferred", diagnostic.Warning, message.Of("misplaced-after-work", message.Args{"function": fn.Name()}))
			return
		}
		c.silent(call, encl.Body)
	}
}

// afterWork: the function works before it calls recover, and returns what it
// made of that: it is no function to be deferred.
func (c *checker) afterWork(call *ast.CallExpr, decl *ast.FuncDecl) bool {
	if decl.Type.Results == nil {
		return false
	}
	for i, stmt := range decl.Body.List {
		if stmt.Pos() <= call.Pos() && call.End() <= stmt.End() {
			return c.risk(decl.Body.List[:i]) != nil
		}
	}
	return false
}

// recoverInLiteral judges recover in a function literal at stack[at].
func (c *checker) recoverInLiteral(call *ast.CallExpr, lit *ast.FuncLit, at int) {
	var outer, outer2 ast.Node
	if at >= 2 {
		outer, outer2 = c.stack[at-1], c.stack[at-2]
	}
	if _, ok := outer.(*ast.ParenExpr); ok && at >= 3 {
		outer, outer2 = c.stack[at-2], c.stack[at-3]
	}
	if use, ok := outer.(*ast.CallExpr); ok && ast.Unparen(use.Fun) == lit {
		switch outer2.(type) {
		case *ast.DeferStmt:
			c.silent(call, lit.Body)
		case *ast.GoStmt:
			c.misplaced(call, "not-deferred", diagnostic.Error, message.Of("misplaced-in-goroutine", nil))
		default:
			c.misplaced(call, "not-deferred", diagnostic.Error, message.Of("misplaced-in-literal", nil))
		}
		return
	}
	if d, ok := outer2.(*ast.DeferStmt); ok && outer == ast.Node(d.Call) {
		c.misplaced(call, "not-deferred", diagnostic.Error, message.Of("misplaced-given", message.Args{"function": types.ExprString(d.Call.Fun)}))
		return
	}
	for obj, held := range c.info.Closures() {
		if held == lit && c.uses[obj].called && !c.uses[obj].other {
			c.misplaced(call, "never-deferred", diagnostic.Error, message.Of("misplaced-never-deferred", message.Args{"function": obj.Name()}))
			return
		}
	}
	c.silent(call, lit.Body)
}

// helperCall reports a plain call of a function that only recovers: its recover
// returns nil, because nobody deferred it.
func (c *checker) helperCall(call *ast.CallExpr) {
	fn := c.info.Callee(call)
	if fn == nil || !c.info.Of(fn).OnlyRecovers {
		return
	}
	switch parent := c.parent(1).(type) {
	case *ast.DeferStmt:
		if parent.Call == call {
			return
		}
	case *ast.GoStmt:
		return
	}
	if c.uses[fn.Origin()].called && !c.uses[fn.Origin()].other && !fn.Exported() && c.info.Decl(fn) != nil {
		return // reported at its recover
	}
	text := message.Of("misplaced-helper", message.Args{"function": fn.Name()})
	if lit, at := c.enclosing(); lit != nil && at >= 2 {
		if _, ok := c.stack[at-2].(*ast.DeferStmt); ok {
			text = message.Of("misplaced-too-deep", message.Args{"function": fn.Name()})
		}
	}
	c.misplaced(call, "helper-called", diagnostic.Error, text)
}

// wrapFix turns `defer recover()` into a deferred function that logs.
func (c *checker) wrapFix(d *ast.DeferStmt) []diagnostic.Fix {
	statement, ok := logstyle.For(c.pass, c.file, d.Pos())
	if !ok {
		return nil
	}
	indent := logstyle.Indent(c.pass, d.Pos())
	return []diagnostic.Fix{{
		Title: message.Of("fix-recover-deferred", nil),
		Edits: append(statement.Imports, analysis.TextEdit{Pos: d.Pos(), End: d.End(), NewText: []byte(statement.Text(indent))}),
	}}
}
