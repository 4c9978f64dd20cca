package workerloop

import (
	"go/ast"
	"go/token"
	"go/types"
	"regexp"
	"slices"

	"github.com/go-race-audit/go-race-audit/lint/callback"
	"github.com/go-race-audit/go-race-audit/lint/inventory"
	"github.com/go-race-audit/go-race-audit/lint/recovery"
	"github.com/go-race-audit/go-race-audit/lint/scope"
	"github.com/go-race-audit/go-race-audit/lint/syntax"
)

// elsewhere looks at functions that nothing in the package starts on a goroutine, others may:
// an exported method Run waits for work in an endless loop all the same. Of one that the package
// itself calls only the recover is looked at: its caller may be a whole program.
func (c *checker) elsewhere() {
	if !slices.ContainsFunc(c.info.Declared(), c.hasLoop) {
		return
	}
	uses := c.usesOfFunctions()
	for _, used := range []use{unused, calledOnce} { // who calls a worker may hold its recover
		for _, file := range c.pass.Files {
			if !scope.Reported(c.pass.Fset, file) {
				continue
			}
			for _, decl := range file.Decls {
				if fn, ok := decl.(*ast.FuncDecl); ok && fn.Body != nil && !c.seen[fn.Body] && uses[c.info.Function(fn)] == used {
					c.body(c.startedElsewhere(file, fn, used))
				}
			}
		}
	}
}

// hasLoop tells whether fn itself is an endless loop.
func (c *checker) hasLoop(fn *types.Func) bool {
	return slices.ContainsFunc(c.info.Decl(fn).Body.List, func(stmt ast.Stmt) bool {
		loop, _ := c.endless(stmt)
		return loop != nil
	})
}

// startedElsewhere stands for the launch of fn. It is uncovered where nobody in the package calls
// fn, nor does fn recover, to end the process or not.
func (c *checker) startedElsewhere(file *ast.File, fn *ast.FuncDecl, used use) inventory.Launch {
	entry := inventory.Launch{File: file, Enclosing: []ast.Node{fn}}
	entry.Body, entry.Status = fn.Body, recovery.Exempt
	handles := func(stmt ast.Stmt) bool {
		d, ok := stmt.(*ast.DeferStmt)
		return ok && c.info.DeferHandles(d)
	}
	if used == unused && !slices.ContainsFunc(fn.Body.List, handles) {
		entry.Status = recovery.Uncovered
	}
	return entry
}

// brought: whoever calls the function brings what its loop calls, as a parameter, and can know.
func (c *checker) brought(entry inventory.Launch, call *callback.Call) bool {
	id, ok := ast.Unparen(call.Fun).(*ast.Ident)
	if !ok {
		return false
	}
	decl := entry.Enclosing[0]
	at := c.pass.TypesInfo.Uses[id].Pos()
	return decl.Pos() <= at && at < entry.Body.Pos()
}

// use is how the package uses a function.
type use int

const (
	unused use = iota
	calledOnce
	// again: in a loop, or handed to something that may call it again.
	again
)

// usesOfFunctions tells how the package uses its functions, outside go statements.
func (c *checker) usesOfFunctions() map[*types.Func]use {
	uses := map[*types.Func]use{}
	for _, file := range c.pass.Files {
		var around []ast.Node
		ast.Inspect(file, func(n ast.Node) bool {
			if n == nil {
				around = around[:len(around)-1]
				return true
			}
			if id, ok := n.(*ast.Ident); ok {
				if fn, ok := c.pass.TypesInfo.Uses[id].(*types.Func); ok && fn.Pkg() == c.pass.Pkg {
					uses[fn.Origin()] = max(uses[fn.Origin()], useOf(id, around))
				}
			}
			around = append(around, n)
			return true
		})
	}
	return uses
}

func useOf(id *ast.Ident, around []ast.Node) use {
	found := again
	for i := len(around) - 1; i >= 0; i-- {
		switch n := around[i].(type) {
		case *ast.CallExpr:
			if n.Fun.End() == id.End() {
				found = calledOnce
			}
		case *ast.ForStmt, *ast.RangeStmt:
			return again
		}
	}
	return found
}

// blocks matches functions that wait for what arrives: messages, connections, jobs. What is only
// read may be a file, and Recv belongs to one stream.
var blocks = regexp.MustCompile(`^(Accept|Dequeue|Fetch|Poll|Pull|Receive)([A-Z]\w*)?$`)

// waits: the loop waits for work, or for a time to come, so that it is no parser.
func waits(stmt ast.Stmt) bool {
	if labeled, ok := stmt.(*ast.LabeledStmt); ok {
		stmt = labeled.Stmt
	}
	_, found := stmt.(*ast.RangeStmt) // over a channel
	ast.Inspect(stmt, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.SelectStmt:
			found = true
		case *ast.UnaryExpr:
			found = found || n.Op == token.ARROW
		case *ast.CallExpr:
			found = found || types.ExprString(n.Fun) == "time.Sleep" || blocks.MatchString(syntax.CalledName(n))
		}
		return !found
	})
	return found
}
