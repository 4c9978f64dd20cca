package unrecoveredgoroutine

import (
	"go/ast"
	"regexp"

	"github.com/go-race-audit/go-race-audit/lint/inventory"
	"github.com/go-race-audit/go-race-audit/lint/recovery"
	"github.com/go-race-audit/go-race-audit/lint/scope"
)

// direct: what runs does something risky itself, or first calls a function of
// the package that does.
func (w *witness) direct(cover recovery.Coverage) bool {
	if cover.Risk == nil || w.info.ContainsInside(cover.Body) || w.servesSignals(cover.Body) {
		return false
	}
	if call, ok := cover.Risk.Node.(*ast.CallExpr); ok && cover.Risk.Call {
		decl := w.info.Decl(w.info.Callee(call))
		return decl != nil && w.unbounded(w.info.Risk(decl.Body))
	}
	return w.unbounded(cover.Risk)
}

// unbounded: the risk is an operation, no call, that nothing keeps within bounds.
func (w *witness) unbounded(risk *recovery.Risk) bool {
	return risk != nil && !risk.Call && !dereferences(risk) && !w.info.Bounded(risk.Node)
}

// inside: its author has put a recover around a part of what runs.
func (w *witness) inside(body *ast.BlockStmt) bool {
	return body != nil && w.info.ContainsInside(body)
}

// dereferences: nearly always of what the code made itself.
func dereferences(risk *recovery.Risk) bool {
	if risk == nil {
		return false
	}
	_, ok := risk.Node.(*ast.StarExpr)
	return ok
}

// plumbing matches functions that move bytes, wait, or keep something alive.
var plumbing = regexp.MustCompile(`(?i)^(cancel|close|copy|discard|drain|flush|heartbeat|join|keep_?alive|lock|ping|pipe|pong|readmessage|recv|relay|splice|tunnel|unlock|wait|writecontrol)|^(Context|Done|Err|Error|Send|SendMsg|String|WriteMessage)$`)

// extent is how much of the module the launch runs.
func (w *witness) extent(entry inventory.Launch) recovery.Extent {
	if entry.Body != nil {
		return w.info.Measure(entry.Body)
	}
	return w.info.Of(entry.Runs).Extent
}

// foreign: what runs is itself a function of a dependency, which may be anything. Of one of the
// module nothing is known only where its package does not type-check.
func (w *witness) foreign(entry inventory.Launch) bool {
	fn := entry.Runs
	return entry.Body == nil && fn != nil && fn.Pkg() != nil && !w.info.OwnModule(fn) && w.info.Of(fn).Extent == (recovery.Extent{}) &&
		!plumbing.MatchString(fn.Name()) && !recovery.Listens(fn) && !w.info.Harmless(fn) && !scope.Standard(fn.Pkg().Path())
}
