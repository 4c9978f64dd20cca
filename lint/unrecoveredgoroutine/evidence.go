package unrecoveredgoroutine

import (
	"go/ast"
	"go/token"
	"go/types"
	"regexp"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/go-race-audit/go-race-audit/lint/callback"
	"github.com/go-race-audit/go-race-audit/lint/diagnostic"
	"github.com/go-race-audit/go-race-audit/lint/inventory"
	"github.com/go-race-audit/go-race-audit/lint/launch"
	"github.com/go-race-audit/go-race-audit/lint/message"
	"github.com/go-race-audit/go-race-audit/lint/recovery"
	"github.com/go-race-audit/go-race-audit/lint/scope"
)

// witness collects the evidence that one package holds.
type witness struct {
	pass      *analysis.Pass
	info      *recovery.Info
	callers   *callers
	callbacks *callback.Finder
}

// evidence lists why a recover may belong at a launch.
func (w *witness) evidence(entry inventory.Launch) []diagnostic.Evidence {
	var found []diagnostic.Evidence
	add := func(kind string, words message.Message) {
		if words.Code != "" {
			found = append(found, diagnostic.Because(kind, words))
		}
	}
	add(kindEntryPoint, w.entryPoint(entry))
	if call, run := w.callback(entry); call != nil {
		found = append(found, call.Evidence(run))
	}
	add(kindLongLived, w.longLived(entry.Body))
	return found
}

// entryPoint: a request, message or job leads to the launch.
func (w *witness) entryPoint(entry inventory.Launch) message.Message {
	if entry.InLauncher { // requests are a few of the callers
		return message.Message{}
	}
	if what, _ := w.incoming(entry); what != nothing {
		return message.Of("why-arrives", message.Args{"what": what.words()})
	}
	for i := len(entry.Enclosing) - 1; i >= 0; i-- {
		switch encl := entry.Enclosing[i].(type) {
		case *ast.FuncLit:
			if what := literalArrives(w.pass, encl); what != nothing {
				return message.Of("why-arrives", message.Args{"what": what.words()})
			}
		case *ast.FuncDecl:
			fn := w.info.Function(encl)
			if fn == nil {
				continue
			}
			if implementsServer(fn) {
				return message.Of("why-arrives", message.Args{"what": rpc.words()})
			}
			if what, by := w.callers.arrival(fn, maxDepth, map[*types.Func]bool{}); what != nothing {
				return message.Of("why-handles", message.Args{"function": by.Name(), "what": what.words()})
			}
		}
	}
	return message.Message{}
}

// direct: what runs does something risky itself, or first calls a function of
// the package that does.
func (w *witness) direct(cover recovery.Coverage) bool {
	if cover.Risk == nil || w.info.ContainsInside(cover.Body) || w.servesSignals(cover.Body) {
		return false
	}
	if !cover.Risk.Call {
		return !dereferences(cover.Risk) && !w.info.Filled(cover.Risk.Node)
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
var plumbing = regexp.MustCompile(`(?i)^(cancel|close|copy|drain|flush|heartbeat|join|keep_?alive|lock|ping|pipe|pong|relay|splice|tunnel|unlock|wait|writecontrol)|^(Context|Done|Err|Error|String)$`)

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
// a connection may as well do so in functions of this package, several calls down.
func (w *witness) abroad(entry inventory.Launch) bool {
	what, _ := w.incoming(entry)
	serves := what != nothing
	isForeign := func(callee types.Object) bool {
		fn, ok := callee.(*types.Func)
		if !ok || fn == nil || fn.Pkg() == nil || plumbing.MatchString(fn.Name()) || givesChannel(fn) || w.info.Harmless(fn) && fn.Name() != "ServeHTTP" {
			return false
		}
		return fn.Name() == "ServeHTTP" || (serves || fn.Pkg() != w.pass.Pkg) && !scope.Standard(fn.Pkg().Path())
	}
	if entry.Body == nil {
		return isForeign(entry.Runs)
	}
	found := false
	ast.Inspect(entry.Body, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok {
			found = found || isForeign(typeutil.Callee(w.pass.TypesInfo, call))
		}
		return !found
	})
	return found
}

// callback is the call by the goroutine of a function that was handed in, or what it
// runs itself.
func (w *witness) callback(entry inventory.Launch) (call *callback.Call, run bool) {
	switch {
	case entry.Runs != nil && callback.Shutdown.MatchString(entry.Runs.Name()), w.servesSignals(entry.Body):
	case entry.Body != nil:
		return w.callbacks.Find(entry.Body), false
	case entry.Runs == nil && !(entry.InLauncher && entry.Trigger == launch.TriggerTimer): // a clock's own AfterFunc
		return w.callbacks.Value(entry.Site.Func), true
	}
	return nil, false
}

// servesSignals: the goroutine waits for signals of the system, most of which are there
// to end the process.
func (w *witness) servesSignals(body *ast.BlockStmt) bool {
	if body == nil {
		return false
	}
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		expr, ok := n.(ast.Expr)
		if ok && !found {
			t := w.pass.TypesInfo.TypeOf(expr)
			found = t != nil && strings.HasSuffix(t.String(), "chan os.Signal")
		}
		return !found
	})
	return found
}

// leaves: a loop with this body is left by a break of its own.
func leaves(body *ast.BlockStmt) bool {
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit, *ast.ForStmt, *ast.RangeStmt, *ast.SwitchStmt, *ast.TypeSwitchStmt, *ast.SelectStmt:
			return false
		case *ast.BranchStmt:
			found = found || n.Tok == token.BREAK
		}
		return !found
	})
	return found
}

// longLived: the goroutine runs until it is told to stop.
func (w *witness) longLived(body *ast.BlockStmt) message.Message {
	var found message.Message
	if body == nil {
		return found
	}
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit, *ast.GoStmt:
			return false
		case *ast.ForStmt:
			if n.Cond == nil && n.Init == nil && !leaves(n.Body) {
				found = message.Of("why-loops", nil)
			}
		case *ast.RangeStmt:
			if t := w.pass.TypesInfo.TypeOf(n.X); t != nil {
				if _, ok := t.Underlying().(*types.Chan); ok {
					found = message.Of("why-serves", nil)
				}
			}
		}
		return found.Code == ""
	})
	return found
}
