package workerloop

import (
	"go/ast"
	"go/types"
	"regexp"
	"slices"

	"github.com/go-race-audit/go-race-audit/lint/inventory"
	"github.com/go-race-audit/go-race-audit/lint/syntax"
)

// peer matches what a goroutine of its own serves: when it panics, that one is
// given up, and the next one gets another goroutine.
var peer = regexp.MustCompile(`(?i)conn|session|stream|client|peer|request|socket|pipe`)

// serves: the worker is one of many, each for a connection: it is started in an
// endless loop, or what it works on is named so.
func (c *checker) serves(entry inventory.Launch, body *ast.BlockStmt) bool {
	for _, n := range entry.Around {
		if loop, ok := n.(*ast.ForStmt); ok && loop.Cond == nil {
			return true
		}
	}
	for _, list := range c.parameters(entry, body) {
		for _, field := range list.List {
			if peer.MatchString(syntax.TypeName(c.pass.TypesInfo.TypeOf(field.Type))) {
				return true
			}
		}
	}
	return false
}

// hangsUp: the body defers to close a channel that its loop sends on.
func (c *checker) hangsUp(body, loop *ast.BlockStmt) bool {
	closed, sends := map[string]bool{}, false
	for _, stmt := range body.List {
		if d, ok := stmt.(*ast.DeferStmt); ok && c.info.Answers(d.Call) && len(d.Call.Args) == 1 {
			closed[types.ExprString(d.Call.Args[0])] = true
		}
	}
	ast.Inspect(loop, func(n ast.Node) bool {
		if send, ok := n.(*ast.SendStmt); ok {
			sends = sends || closed[types.ExprString(send.Chan)]
		}
		return !sends
	})
	return sends
}

// parameters are those of what runs and of what starts it, with receivers, and those of the only
// function that calls that.
func (c *checker) parameters(entry inventory.Launch, body *ast.BlockStmt) []*ast.FieldList {
	var lists []*ast.FieldList
	add := func(params, recv *ast.FieldList) {
		lists = append(lists, params)
		if recv != nil {
			lists = append(lists, recv)
		}
	}
	for _, fn := range c.info.Declared() {
		if decl := c.info.Decl(fn); decl.Body == entry.Body || decl.Body == body {
			add(decl.Type.Params, decl.Recv)
		}
	}
	for _, fn := range entry.Enclosing {
		switch fn := fn.(type) {
		case *ast.FuncLit:
			add(fn.Type.Params, nil)
		case *ast.FuncDecl:
			add(fn.Type.Params, fn.Recv)
			if caller := c.caller(c.info.Function(fn)); caller != nil {
				add(caller.Type.Params, nil)
			}
		}
	}
	return lists
}

// caller is the only function of the package that calls fn, which others cannot; else nil.
func (c *checker) caller(fn *types.Func) *ast.FuncDecl {
	if fn == nil || fn.Exported() {
		return nil
	}
	if callers := c.callers()[fn]; len(callers) == 1 {
		return callers[0]
	}
	return nil
}

// callersOf tells for each function of the package which others of it call it.
func (c *checker) callersOf() map[*types.Func][]*ast.FuncDecl {
	found := map[*types.Func][]*ast.FuncDecl{}
	for _, fn := range c.info.Declared() {
		decl := c.info.Decl(fn)
		ast.Inspect(decl.Body, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok {
				if callee := c.info.Callee(call); callee != nil && !slices.Contains(found[callee], decl) {
					found[callee] = append(found[callee], decl)
				}
			}
			return true
		})
	}
	return found
}
