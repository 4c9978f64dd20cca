// Package workerloop reports long-lived workers that the first panic ends.
package workerloop

import (
	"go/ast"
	"go/token"
	"go/types"
	"reflect"

	"golang.org/x/tools/go/analysis"

	"github.com/go-race-audit/go-race-audit/lint/callback"
	"github.com/go-race-audit/go-race-audit/lint/diagnostic"
	"github.com/go-race-audit/go-race-audit/lint/inventory"
	"github.com/go-race-audit/go-race-audit/lint/launch"
	"github.com/go-race-audit/go-race-audit/lint/recovery"
	"github.com/go-race-audit/go-race-audit/lint/scope"
)

// Section is the guide's section for these diagnostics.
const Section = "recover-worker-loop"

// Analyzer reports loops of goroutines whose recover lies around the loop.
var Analyzer = &analysis.Analyzer{
	Name: "workerloop",
	Doc: `report long-lived workers that the first panic ends

A recover that is deferred outside the loop of a worker keeps the process alive
and ends the worker: what it did is not done any more, and nobody notices. A
defer inside the loop runs when the function returns, not after each item.

Silent if each item runs in a function with its own deferred recover, the
recovery starts the worker again or tells someone who waits, or the body cannot
reasonably panic.

Not a goal: goroutines that recover nothing; unrecoveredgoroutine reports those.

To suppress: //race-audit:ignore workerloop <reason>`,
	Requires:   []*analysis.Analyzer{recovery.Analyzer, inventory.Analyzer},
	ResultType: reflect.TypeFor[*diagnostic.List](),
	Run:        run,
}

func run(pass *analysis.Pass) (any, error) {
	list := diagnostic.NewList(pass)
	if !scope.Own(pass) {
		return list, nil
	}
	c := &checker{
		pass: pass, list: list, info: pass.ResultOf[recovery.Analyzer].(*recovery.Info),
		seen: map[*ast.BlockStmt]bool{},
	}
	for _, entry := range pass.ResultOf[inventory.Analyzer].(*inventory.Inventory).Launches {
		if entry.Body != nil {
			c.body(entry)
		}
	}
	return list, nil
}

type checker struct {
	pass *analysis.Pass
	list *diagnostic.List
	info *recovery.Info
	seen map[*ast.BlockStmt]bool // a function may be launched in several places
}

// body looks at what one launch runs: its own loops, and those of a function
// that it calls in the same package.
func (c *checker) body(entry inventory.Launch) {
	recovers := c.recoveryAround(entry)
	c.loops(entry, entry.Body, recovers)
	for _, stmt := range entry.Body.List {
		if call, ok := callOf(stmt); ok {
			if decl := c.info.Decl(c.info.Callee(call)); decl != nil {
				inner := recovers
				if own := c.info.Recovery(decl.Body); own != nil {
					inner = own
				}
				c.loops(entry, decl.Body, inner)
			}
		}
	}
}

// callOf is the call that a statement consists of.
func callOf(stmt ast.Stmt) (*ast.CallExpr, bool) {
	expr, ok := stmt.(*ast.ExprStmt)
	if !ok {
		return nil, false
	}
	call, ok := expr.X.(*ast.CallExpr)
	return call, ok
}

// recoveryAround is what contains a panic of the launch as a whole: its own
// defer, or the launching call where that recovers.
func (c *checker) recoveryAround(entry inventory.Launch) ast.Node {
	if recovers := c.info.Recovery(entry.Body); recovers != nil {
		return recovers
	}
	if entry.Status == recovery.Covered && entry.Outcome == launch.Recovered {
		return entry.Node
	}
	return nil
}

// loops looks at the endless loops of body.
func (c *checker) loops(entry inventory.Launch, body *ast.BlockStmt, recovers ast.Node) {
	if c.seen[body] {
		return
	}
	c.seen[body] = true
	for _, stmt := range body.List {
		loop, what := c.endless(stmt)
		if loop == nil {
			continue
		}
		risk := c.info.Risk(loop)
		inner := c.deferInside(loop)
		f := finding{entry: entry, stmt: stmt, loop: loop, risk: risk, recovers: recovers}
		switch {
		case inner != nil:
			f.category, f.recovers = "defer-in-loop", inner
			f.message = "the recover deferred in this loop over " + what + " runs when the function returns, so the first panic ends the worker"
		case risk == nil:
			continue
		case recovers != nil && (c.serves(entry, body) || c.hangsUp(body, loop)):
			continue // the panic ends one connection, as it should, or whoever reads learns of it
		case recovers != nil && !c.answers(recovers):
			f.category = "outside"
			f.message = "the first panic ends this worker over " + what + " while the process lives: its recover is outside the loop"
		case recovers == nil && entry.Status == recovery.Uncovered && !entry.FailFast && !c.serves(entry, body):
			call := callback.Find(c.pass.TypesInfo, c.info, loop)
			if call == nil {
				continue
			}
			f.category = "callback"
			f.message = "this worker over " + what + " calls " + types.ExprString(call.Fun) + ", which was handed in, with no recover around each item"
		default:
			continue
		}
		c.report(f)
	}
}

// finding is what report needs.
type finding struct {
	entry             inventory.Launch
	stmt              ast.Stmt
	loop              *ast.BlockStmt
	risk              *recovery.Risk
	recovers          ast.Node // nil if nothing does
	category, message string
}

func (c *checker) report(f finding) {
	d := diagnostic.Diagnostic{
		Pos: f.stmt.Pos(), End: f.loop.Lbrace, Category: f.category, Section: Section, Severity: diagnostic.Warning,
		Subject: diagnostic.Function(f.entry.File, f.stmt.Pos()), Message: f.message,
		Evidence: []diagnostic.Evidence{{Kind: "long-lived", Message: "the loop has no end of its own"}},
		Related: []diagnostic.Related{
			{Pos: f.entry.Node.Pos(), End: f.entry.Site.Func.Pos(), Message: "the worker starts here", Role: diagnostic.Goroutine},
		},
		Fixes: c.fixes(f),
	}
	if f.recovers != nil && f.recovers != f.entry.Node {
		d.Related = append(d.Related, diagnostic.Related{Pos: f.recovers.Pos(), End: f.recovers.End(), Message: "the recover", Role: diagnostic.Declaration})
	}
	if f.risk != nil {
		d.Related = append(d.Related, diagnostic.Related{Pos: f.risk.Node.Pos(), End: f.risk.Node.End(), Message: "the first thing that can panic: it " + f.risk.What, Role: diagnostic.Access})
	}
	c.list.Report(d)
}

// endless is the body of a loop that only ends from outside, and what it is over.
func (c *checker) endless(stmt ast.Stmt) (*ast.BlockStmt, string) {
	if labeled, ok := stmt.(*ast.LabeledStmt); ok {
		stmt = labeled.Stmt
	}
	switch s := stmt.(type) {
	case *ast.RangeStmt:
		if t := c.pass.TypesInfo.TypeOf(s.X); t != nil {
			if _, ok := t.Underlying().(*types.Chan); ok {
				return s.Body, types.ExprString(s.X)
			}
		}
	case *ast.ForStmt:
		if s.Cond == nil && s.Post == nil && repeats(s.Body) {
			return s.Body, c.source(s.Body)
		}
	}
	return nil, ""
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

// source says what an endless loop waits for.
func (c *checker) source(body *ast.BlockStmt) string {
	what := "its work"
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.SelectStmt:
			what = "a select"
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

// answers: the recovery starts the worker again, or tells someone that it ended:
// it sends, closes, cancels, sets an error or ends the process.
func (c *checker) answers(recovers ast.Node) bool {
	if _, ok := recovers.(*ast.DeferStmt); !ok { // a launching call only recovers
		return false
	}
	found := false
	visited := map[*types.Func]bool{}
	var look func(n ast.Node)
	look = func(root ast.Node) {
		ast.Inspect(root, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.GoStmt, *ast.SendStmt, *ast.IncDecStmt:
				found = true
			case *ast.UnaryExpr: // workers.Add(-1): who starts them sees that one is missing
				found = found || n.Op == token.SUB
			case *ast.CallExpr:
				if c.info.Answers(n) || len(c.info.Sites(n)) > 0 {
					found = true
				}
				callee := c.info.Callee(n)
				if decl := c.info.Decl(callee); decl != nil && !visited[callee] {
					visited[callee] = true
					look(decl.Body)
				}
			case *ast.AssignStmt:
				found = found || c.assignsOuter(n, recovers)
			}
			return !found
		})
	}
	look(recovers)
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
		if v, ok := obj.(*types.Var); ok && (v.Pos() < recovers.Pos() || recovers.End() < v.Pos()) && isError(v.Type()) {
			return true
		}
	}
	return false
}

func isError(t types.Type) bool { return types.Identical(t, types.Universe.Lookup("error").Type()) }
