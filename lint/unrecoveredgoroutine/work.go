package unrecoveredgoroutine

import (
	"go/ast"
	"regexp"
	"slices"

	"github.com/go-race-audit/go-race-audit/lint/inventory"
	"github.com/go-race-audit/go-race-audit/lint/recovery"
	"github.com/go-race-audit/go-race-audit/lint/scope"
)

// direct is what runs itself does first that nothing keeps within bounds, or what a function of
// the package does that it calls first.
func (w *witness) direct(cover recovery.Coverage) *recovery.Risk {
	if cover.Risk == nil || w.info.ContainsInside(cover.Body) || w.servesSignals(cover.Body) {
		return nil
	}
	risk := cover.Risk
	if call, ok := risk.Node.(*ast.CallExpr); ok && risk.Call {
		decl := w.info.Decl(w.info.Callee(call))
		if decl == nil {
			return nil
		}
		risk = w.info.Risk(decl.Body)
	}
	if risk == nil || risk.Call || dereferences(risk) || w.info.Bounded(risk.Node) {
		return nil
	}
	return risk
}

// stores: it writes to a map that a field or the package holds, which is made with its object,
// or with the package.
func (w *witness) stores(risk *recovery.Risk) bool {
	if risk == nil || risk.What.Code != "risk-map" {
		return false
	}
	return !slices.ContainsFunc(risk.Node.(*ast.AssignStmt).Lhs, func(left ast.Expr) bool {
		index, ok := ast.Unparen(left).(*ast.IndexExpr)
		return !ok || w.local(index.X)
	})
}

// local: value is a variable of a function.
func (w *witness) local(value ast.Expr) bool {
	id, ok := ast.Unparen(value).(*ast.Ident)
	return ok && w.pass.TypesInfo.ObjectOf(id).Parent() != w.pass.Pkg.Scope()
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
	return entry.Body == nil && fn != nil && fn.Pkg() != nil && !w.info.OwnModule(fn) && !w.info.Of(fn).Extent.Measured &&
		!plumbing.MatchString(fn.Name()) && !recovery.Listens(fn) && !w.info.Harmless(fn) && !scope.Standard(fn.Pkg().Path())
}
