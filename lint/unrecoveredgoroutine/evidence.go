package unrecoveredgoroutine

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/go-race-audit/go-race-audit/lint/callback"
	"github.com/go-race-audit/go-race-audit/lint/diagnostic"
	"github.com/go-race-audit/go-race-audit/lint/inventory"
	"github.com/go-race-audit/go-race-audit/lint/launch"
	"github.com/go-race-audit/go-race-audit/lint/message"
	"github.com/go-race-audit/go-race-audit/lint/recovery"
)

// witness collects the evidence that one package holds.
type witness struct {
	pass      *analysis.Pass
	info      *recovery.Info
	callers   *callers
	callbacks *callback.Finder
	// serving are the functions that are started for what arrives, and the variables that
	// hold it there.
	serving map[*types.Func]incoming
}

// evidence lists why a recover may belong at a launch that is reached so.
func (w *witness) evidence(entry inventory.Launch, reached message.Message) []diagnostic.Evidence {
	var found []diagnostic.Evidence
	add := func(kind string, words message.Message) {
		if words.Code != "" {
			found = append(found, diagnostic.Because(kind, words))
		}
	}
	add(kindEntryPoint, reached)
	if call, run := w.callback(entry); call != nil {
		found = append(found, call.Evidence(run))
	}
	add(kindLongLived, w.longLived(entry.Body))
	return found
}

// reached says by what others send a launch is reached, and whether only a name says so.
func (w *witness) reached(entry inventory.Launch, in incoming) (words message.Message, guessed bool) {
	if words = w.entryPoint(entry, in.what); words.Code != "" {
		return words, false
	}
	if what := w.consumes(entry.Body); what != nothing {
		return message.Of("why-receives", message.Args{"what": what.words()}), false
	}
	return w.byName(entry), true
}

// entryPoint: a request, message or job leads to the launch.
func (w *witness) entryPoint(entry inventory.Launch, incoming arrival) message.Message {
	if entry.InLauncher || w.once(entry.Around) { // requests are a few of the callers
		return message.Message{}
	}
	if incoming != nothing {
		return message.Of("why-arrives", message.Args{"what": incoming.words()})
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

// byName: the function around the launch handles something by its name.
func (w *witness) byName(entry inventory.Launch) message.Message {
	if entry.InLauncher || w.once(entry.Around) || len(entry.Enclosing) == 0 {
		return message.Message{}
	}
	decl, ok := entry.Enclosing[0].(*ast.FuncDecl)
	if !ok {
		return message.Message{}
	}
	fn := w.info.Function(decl)
	what := named(fn)
	if what == nothing {
		return message.Message{}
	}
	return message.Of("why-handles", message.Args{"function": fn.Name(), "what": what.words()})
}

// once: the launch stands in what a sync.Once does, for the first request or before.
func (w *witness) once(around []ast.Node) bool {
	return slices.ContainsFunc(around, func(n ast.Node) bool { return w.calls(n, "(*sync.Once).Do") })
}

// callback is the call by the goroutine of a function that was handed in, or what it
// runs itself.
func (w *witness) callback(entry inventory.Launch) (call *callback.Call, run bool) {
	switch {
	case entry.Runs != nil && callback.Shutdown.MatchString(entry.Runs.Name()), callback.Shutdown.MatchString(entry.Name), w.servesSignals(entry.Body), w.inMain(entry):
	case entry.Body != nil:
		return w.callbacks.FindRun(entry.Body, entry.Runs, entry.Args), false
	case entry.Runs == nil && !(entry.InLauncher && entry.Trigger == launch.TriggerTimer): // a clock's own AfterFunc
		return w.callbacks.Value(entry.Site.Func), true
	}
	return nil, false
}

// open: the goroutine runs, or calls, a function value or what is named as what others plug in.
func (w *witness) open(entry inventory.Launch) bool {
	if entry.Body != nil {
		return w.callbacks.Open(entry.Body)
	}
	return entry.Runs == nil && w.callbacks.IsOpen(entry.Site.Func)
}

// inMain: what starts the goroutine goes on to end the process itself, with an exit code,
// as the function that makes up a whole program does.
func (w *witness) inMain(entry inventory.Launch) bool {
	if len(entry.Enclosing) == 0 {
		return false
	}
	outer, ok := entry.Enclosing[0].(*ast.FuncDecl)
	if !ok {
		return false
	}
	found := false
	ast.Inspect(outer.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.CallExpr:
			found = found || n.Pos() > entry.Node.Pos() && w.calls(n, "os.Exit")
		}
		return !found
	})
	return found
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
		found = found || ok && w.carries(expr) == "os.Signal"
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
	eachLoop(body, func(loop ast.Stmt) {
		if found.Code != "" {
			return
		}
		switch loop := loop.(type) {
		case *ast.ForStmt:
			if loop.Cond == nil && loop.Init == nil && !leaves(loop.Body) {
				found = message.Of("why-loops", nil)
			}
		case *ast.RangeStmt:
			if w.carries(loop.X) != "" {
				found = message.Of("why-serves", nil)
			}
		}
	})
	return found
}

// eachLoop looks at the loops that a goroutine with this body, which may be nil, runs itself.
func eachLoop(body *ast.BlockStmt, look func(loop ast.Stmt)) {
	if body == nil {
		return
	}
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit, *ast.GoStmt:
			return false
		case *ast.ForStmt, *ast.RangeStmt:
			look(n.(ast.Stmt))
		}
		return true
	})
}
