package recovermisuse

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/go-race-audit/go-race-audit/lint/diagnostic"
	"github.com/go-race-audit/go-race-audit/lint/inventory"
	"github.com/go-race-audit/go-race-audit/lint/launch"
	"github.com/go-race-audit/go-race-audit/lint/message"
	"github.com/go-race-audit/go-race-audit/lint/recovery"
	"github.com/go-race-audit/go-race-audit/lint/syntax"
)

// late reports a recover that is deferred when all the risky work is done.
func (c *checker) late(body *ast.BlockStmt) {
	for i, stmt := range body.List {
		d, ok := stmt.(*ast.DeferStmt)
		if !ok || !c.info.DeferRecovers(d) {
			continue
		}
		before, after := c.risk(atOnce(body.List[:i])), c.risk(body.List[i+1:])
		switch {
		case after != nil || c.handsOver(body.List[i+1:]):
		case before != nil || c.runsOthers(atOnce(body.List[:i])) && !c.runsOthers(body.List[i+1:]):
			c.misplaced(d, "too-late", diagnostic.Error, message.Of("misplaced-too-late", nil))
		default:
			c.idle(d, body.List[i+1:])
		}
		return
	}
}

// runsOthers tells whether one of stmts calls a function value, or what serves a request.
func (c *checker) runsOthers(stmts []ast.Stmt) bool {
	return slices.ContainsFunc(stmts, func(stmt ast.Stmt) bool {
		return syntax.Contains(stmt, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return false
			}
			switch callee := typeutil.Callee(c.pass.TypesInfo, call).(type) {
			case *types.Var:
				return c.info.Resolve(call.Fun).Lit == nil
			case *types.Func:
				return launch.FullName(callee) == "(net/http.Handler).ServeHTTP"
			}
			return false
		})
	})
}

// atOnce are the statements of list that are not put off by a defer.
func atOnce(list []ast.Stmt) []ast.Stmt {
	var found []ast.Stmt
	for _, stmt := range list {
		if _, deferred := stmt.(*ast.DeferStmt); !deferred {
			found = append(found, stmt)
		}
	}
	return found
}

// idle reports a recover under which nothing can panic, where the code shows what
// it was meant for: the end of the process, or a function that runs later.
func (c *checker) idle(d *ast.DeferStmt, list []ast.Stmt) {
	for _, stmt := range list {
		ast.Inspect(stmt, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.ReturnStmt:
				for _, result := range n.Results {
					if lit := c.info.Resolve(result).Lit; lit != nil && !c.info.LitRecovers(lit) && c.info.Risk(lit.Body) != nil {
						c.misplaced(d, "other-function", diagnostic.Warning, message.Of("misplaced-other-function", nil))
					}
				}
			case *ast.FuncLit:
				return false
			case *ast.CallExpr:
				if c.info.Exits(n) {
					c.misplaced(d, "unrecoverable", diagnostic.Warning, message.Of("misplaced-exit", message.Args{"function": types.ExprString(n.Fun)}))
					return false
				}
			}
			return true
		})
	}
}

func (c *checker) risk(list []ast.Stmt) *recovery.Risk {
	for _, stmt := range list {
		if risk := c.info.Risk(stmt); risk != nil {
			return risk
		}
	}
	return nil
}

// spawner reports a function that recovers for a goroutine which it only
// starts: a recover works on its own goroutine alone.
func (c *checker) spawner(entry inventory.Launch) {
	if entry.Status != recovery.Uncovered || len(entry.Enclosing) == 0 {
		return
	}
	body := syntax.Body(entry.Enclosing[len(entry.Enclosing)-1])
	recovers := c.info.Recovery(body)
	if recovers == nil || c.risk(body.List) != nil {
		return
	}
	c.list.Report(diagnostic.Diagnostic{
		Pos: recovers.Pos(), End: recovers.End(), Category: OtherGoroutine, Section: SectionMisplaced, Severity: diagnostic.Warning,
		Subject: "recover", Message: message.Of("misplaced-other-goroutine", nil),
		Related: []diagnostic.Related{{Pos: entry.Node.Pos(), End: entry.Site.Func.Pos(), Message: "the goroutine starts here", Role: diagnostic.Goroutine}},
	})
}

// handsOver tells whether statements call methods of what the function made
// before: those may run a function that was put there, and that panics.
func (c *checker) handsOver(list []ast.Stmt) bool {
	found := false
	for _, stmt := range list {
		ast.Inspect(stmt, func(n ast.Node) bool {
			if _, ok := n.(*ast.FuncLit); ok {
				return false
			}
			if call, ok := n.(*ast.CallExpr); ok && len(call.Args) > 0 && !c.info.IsLog(call) {
				fun, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
				found = found || ok && c.pass.TypesInfo.Selections[fun] != nil
			}
			return !found
		})
	}
	return found
}
