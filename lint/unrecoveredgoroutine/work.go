package unrecoveredgoroutine

import (
	"go/ast"
	"go/types"
	"regexp"

	"golang.org/x/tools/go/types/typeutil"

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
	if !cover.Risk.Call {
		return !dereferences(cover.Risk) && !w.info.Bounded(cover.Risk.Node)
	}
	call, ok := cover.Risk.Node.(*ast.CallExpr)
	if !ok {
		return false
	}
	decl := w.info.Decl(w.info.Callee(call))
	if decl == nil {
		return false
	}
	inner := w.info.Risk(decl.Body)
	return inner != nil && !inner.Call && !dereferences(inner)
}

// inside: its author has put a recover around a part of what runs.
func (w *witness) inside(body *ast.BlockStmt) bool {
	return body != nil && w.info.ContainsInside(body)
}

// dereferences: nearly always of what the code made itself.
func dereferences(risk *recovery.Risk) bool {
	_, ok := risk.Node.(*ast.StarExpr)
	return ok
}

// somewhere: what runs, or a function of the package that it calls, does something
// risky at any place.
func (w *witness) somewhere(cover recovery.Coverage) bool {
	if cover.Risk == nil || cover.Body == nil {
		return false
	}
	found := w.info.Operates(cover.Body) || !cover.Risk.Call
	ast.Inspect(cover.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.GoStmt, *ast.FuncLit, *ast.DeferStmt:
			return false
		case *ast.CallExpr:
			callee := w.info.Callee(n)
			if decl := w.info.Decl(callee); decl != nil && !w.info.Of(callee).Recovers {
				found = found || w.info.Operates(decl.Body)
			}
		}
		return !found
	})
	return found
}

// plumbing matches functions that move bytes, wait, or keep something alive.
var plumbing = regexp.MustCompile(`(?i)^(cancel|close|copy|drain|flush|heartbeat|join|keep_?alive|lock|ping|pipe|pong|readmessage|recv|relay|splice|tunnel|unlock|wait|writecontrol)|^(Context|Done|Err|Error|Send|SendMsg|String|WriteMessage)$`)

// givesChannel: fn only returns what to wait for.
func givesChannel(fn *types.Func) bool {
	results := fn.Signature().Results()
	if results.Len() != 1 {
		return false
	}
	_, ok := results.At(0).Type().Underlying().(*types.Chan)
	return ok
}

// abroad: what runs, or is called in it, is a handler or belongs to another package
// than this one and the standard library: what that does is not known here. What serves
// a connection may as well do so in functions of this package, several calls down. Of a
// goroutine that is calm nothing is expected; one that is a function of a dependency may be
// anything.
func (w *witness) abroad(entry inventory.Launch, incoming arrival) bool {
	serves := incoming != nothing
	isForeign := func(callee types.Object) bool {
		fn, ok := callee.(*types.Func)
		if !ok || fn == nil || fn.Pkg() == nil || plumbing.MatchString(fn.Name()) || givesChannel(fn) || w.info.Harmless(fn) && fn.Name() != "ServeHTTP" {
			return false
		}
		return fn.Name() == "ServeHTTP" || (serves || fn.Pkg() != w.pass.Pkg) && !scope.Standard(fn.Pkg().Path())
	}
	if entry.Body == nil {
		return isForeign(entry.Runs) && !w.info.Of(entry.Runs).Calm
	}
	if w.info.Calm(entry.Body) {
		return false
	}
	found := false
	ast.Inspect(entry.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.GoStmt: // judged on its own
			return false
		case *ast.CallExpr:
			found = found || isForeign(typeutil.Callee(w.pass.TypesInfo, n))
		}
		return !found
	})
	return found
}
