// Package workerloop reports long-lived workers that the first panic ends.
package workerloop

import (
	"go/ast"
	"go/types"
	"reflect"
	"sync"

	"golang.org/x/tools/go/analysis"

	"github.com/go-race-audit/go-race-audit/lint/callback"
	"github.com/go-race-audit/go-race-audit/lint/diagnostic"
	"github.com/go-race-audit/go-race-audit/lint/inventory"
	"github.com/go-race-audit/go-race-audit/lint/launch"
	"github.com/go-race-audit/go-race-audit/lint/message"
	"github.com/go-race-audit/go-race-audit/lint/recovery"
	"github.com/go-race-audit/go-race-audit/lint/scope"
)

// Section is the guide's section for these diagnostics.
const Section = "recover-worker-loop"

// outside is the category of a loop around which lies the recover.
const outside = "outside"

// The categories of a loop whose launch needs no diagnostic of its own.
const (
	// Items: it recovers nothing, and calls what was handed in for what others send.
	Items = "callback"
	// Ticks: the same whenever a time has come; the launch is as much the place to
	// recover.
	Ticks = "callback-ticks"
	// Deferred: it defers a recover again and again.
	Deferred = "defer-in-loop"
)

// Analyzer reports loops of goroutines whose recover lies around the loop.
var Analyzer = &analysis.Analyzer{
	Name: "workerloop",
	Doc: `report long-lived workers that the first panic ends

A recover that is deferred outside the loop of a worker keeps the process alive
and ends the worker: what it did is not done any more, and nobody notices. A
defer inside the loop runs when the function returns, not after each item. A
worker that nothing in its package starts is looked at too, if it waits for work.

Silent if each item runs in a function with its own deferred recover, the
recovery starts the worker again or tells someone who waits, the workers share out
what their launching function goes through, or the body cannot reasonably panic. A note where the recovery counts the panic in a metric, tells a hook, ends the
process at times, or is a method of an interface, which may as well; where a part of the work
recovers further in; where the loop does little and nothing that a reader sees to be risky;
and in code for tests.

Not a goal: goroutines that recover nothing; unrecoveredgoroutine reports those.

To suppress: //race-audit:ignore workerloop <reason>`,
	Requires:   []*analysis.Analyzer{recovery.Analyzer, inventory.Analyzer, callback.Analyzer},
	ResultType: reflect.TypeFor[*diagnostic.List](),
	Run:        run,
}

func run(pass *analysis.Pass) (any, error) {
	list := diagnostic.NewList(pass)
	if !scope.Own(pass) {
		return list, nil
	}
	info := pass.ResultOf[recovery.Analyzer].(*recovery.Info)
	c := &checker{
		pass: pass, list: list, info: info, callbacks: pass.ResultOf[callback.Analyzer].(*callback.Finder),
		seen: map[*ast.BlockStmt]bool{}, place: scope.Of(pass),
	}
	c.callers = sync.OnceValue(c.callersOf)
	for _, entry := range pass.ResultOf[inventory.Analyzer].(*inventory.Inventory).Launches {
		if entry.Body != nil && !c.repeated(entry) {
			c.body(entry)
		}
		c.handedOver(entry)
	}
	c.elsewhere()
	return list, nil
}

type checker struct {
	pass      *analysis.Pass
	list      *diagnostic.List
	info      *recovery.Info
	callbacks *callback.Finder
	seen      map[*ast.BlockStmt]bool // a function may be launched in several places
	place     scope.Place
	callers   func() map[*types.Func][]*ast.FuncDecl // callersOf, which few packages ask for
}

// body looks at what one launch runs: its own loops, and those of a function
// that it calls in the same package.
func (c *checker) body(entry inventory.Launch) {
	recovers := c.recoveryAround(entry)
	c.loops(entry, entry.Body, recovers)
	for _, stmt := range entry.Body.List {
		if call, ok := callOf(stmt); ok {
			if decl := c.info.Decl(c.info.Callee(call)); decl != nil {
				c.loops(entry, decl.Body, recovers)
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
	if own := c.info.Recovery(body); own != nil {
		recovers = own
	}
	if c.seen[body] {
		return
	}
	c.seen[body] = true
	for _, stmt := range body.List {
		loop, what := c.endless(stmt)
		if loop == nil || entry.Node == nil && !waits(stmt) {
			continue
		}
		risk := c.info.Risk(loop)
		inner := c.deferInside(loop)
		f := finding{entry: entry, stmt: stmt, loop: loop, risk: risk, recovers: recovers}
		switch {
		case inner != nil:
			f.category, f.recovers = Deferred, inner
			f.message = message.Of("loop-defer-inside", message.Args{"source": what})
		case risk == nil, c.batch(entry, stmt):
			continue
		case recovers != nil && (c.serves(entry, body) || c.hangsUp(body, loop)):
			continue // the panic ends one connection, as it should, or whoever reads learns of it
		case recovers != nil && c.info.OnlyChannels(loop):
			continue // the recover is for a send when the channel is closed, which ends the worker
		case recovers != nil && !c.answers(recovers):
			f.category = outside
			f.message = message.Of("loop-recover-outside", message.Args{"source": what})
		case recovers == nil && entry.Status == recovery.Uncovered && !entry.FailFast && !c.serves(entry, body):
			call := c.callbacks.Find(staying(loop))
			if call == nil || entry.Node == nil && c.brought(entry, call) {
				continue
			}
			f.category, f.calls = Items, call
			if c.ticks(loop) {
				f.category = Ticks
			}
			f.message = message.Of("loop-callback", message.Args{"source": what, "value": types.ExprString(call.Fun)})
		default:
			continue
		}
		c.report(f)
	}
}

// finding is what report needs.
type finding struct {
	entry    inventory.Launch
	stmt     ast.Stmt
	loop     *ast.BlockStmt
	risk     *recovery.Risk
	recovers ast.Node // nil if nothing does
	category string
	message  message.Message
	calls    *callback.Call // what was handed in, if that is what it is about
}

func (c *checker) report(f finding) {
	d := diagnostic.Diagnostic{
		Pos: f.stmt.Pos(), End: f.loop.Lbrace, Category: f.category, Section: Section, Severity: diagnostic.Warning,
		Subject: diagnostic.Function(f.entry.File, f.stmt.Pos()), Message: f.message,
		Evidence: []diagnostic.Evidence{diagnostic.Because("long-lived", message.Of("why-endless", nil))},
		Related:  []diagnostic.Related{}, Fixes: c.fixes(f),
	}
	if f.entry.Node != nil {
		d.Related = append(d.Related, diagnostic.Related{Pos: f.entry.Node.Pos(), End: f.entry.Site.Func.Pos(), Message: "the worker starts here", Role: diagnostic.Goroutine})
	}
	if c.excused(f) {
		d.Severity = diagnostic.Note
	}
	if f.calls != nil {
		d.Evidence = append(d.Evidence, f.calls.Evidence(false))
	}
	if f.recovers != nil && f.recovers != f.entry.Node {
		d.Related = append(d.Related, diagnostic.Related{Pos: f.recovers.Pos(), End: f.recovers.End(), Message: "the recover", Role: diagnostic.Declaration})
	}
	if f.risk != nil {
		d.Related = append(d.Related, diagnostic.Related{Pos: f.risk.Node.Pos(), End: f.risk.Node.End(), Message: "the first thing that can panic: it " + f.risk.What.String(), Role: diagnostic.Access})
	}
	c.list.Report(d)
}

// small tells whether the loop does nothing that a reader sees to be risky, nor takes anything
// apart, nor calls many functions, or one of which the recover says that it may be anyone's.
func (c *checker) small(f finding) bool {
	extent, stays := c.info.Measure(f.loop), staying(f.loop)
	return !c.info.Operates(f.loop) && extent.Works == recovery.Nowhere && extent.Unknown < recovery.Many && extent.Unchecked < recovery.Called && c.callbacks.Find(stays) == nil && !c.callbacks.Open(stays)
}

// excused tells whether a finding is worth a note only: the code is for tests, or the end of
// the worker is noticed, or is not sure to come.
func (c *checker) excused(f finding) bool {
	if scope.At(c.pass.Fset, f.entry.File, f.stmt.Pos(), c.place) == scope.TestHelper {
		return true
	}
	return f.category == outside && (c.counts(f.recovers) || c.doubtful(f.recovers) || c.recoversWithin(f.loop, maxWithin) || c.small(f))
}
