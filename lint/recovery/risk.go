package recovery

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"iter"
	"regexp"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/go-race-audit/go-race-audit/lint/launch"
	"github.com/go-race-audit/go-race-audit/lint/message"
	"github.com/go-race-audit/go-race-audit/lint/syntax"
)

// Risk is an operation that can panic.
type Risk struct {
	Node ast.Node
	// What says it to a reader: "indexes items".
	What message.Message
	// Call: it is a call, and what can go wrong lies further in.
	Call bool
}

// The codes of what a channel that is closed elsewhere does.
const (
	riskSends  = "risk-sends"
	riskCloses = "risk-closes"
)

// Risk finds the first operation below root that can reasonably panic. Reading
// fields is taken as harmless: nearly all code does, and nearly all of it is right.
func (r *Info) Risk(root ast.Node) *Risk { return first(r.risks(root, true)) }

// OnlyChannels tells whether all that can panic below root are sends on, and closes of, a
// channel that is closed elsewhere.
func (r *Info) OnlyChannels(root ast.Node) bool { return first(r.risks(root, false)) == nil }

// telling is the operation below root that a reader is told of: the first that is not beside
// the work, else the first.
func (r *Info) telling(root ast.Node) *Risk {
	for risk := range r.risks(root, true) {
		if call, ok := risk.Node.(*ast.CallExpr); !ok || !r.aside(call) {
			return risk
		}
	}
	return r.Risk(root)
}

// besides matches calls that make, close, log or look something up.
var besides = regexp.MustCompile(`^(?i:add|close|debug|done|error|get|has|info|is|len|lock|log|make|new|print|put|register|release|remote|remove|set|stop|string|trace|unlock|unregister|warn|with)(f|ln|[A-Z].*)?$`)

// aside: a call that is so named and cannot fail, or says no more than that it did.
func (r *Info) aside(call *ast.CallExpr) bool {
	results, ok := r.types.TypeOf(call).(*types.Tuple)
	return besides.MatchString(syntax.CalledName(call)) && (!ok || results.Len() < 2)
}

func first(risks iter.Seq[*Risk]) *Risk {
	for risk := range risks {
		return risk
	}
	return nil
}

// risks are the operations below root that can reasonably panic, as in the source, with or
// without what a closed channel does. What a risky call is given is not looked at.
func (r *Info) risks(root ast.Node, channels bool) iter.Seq[*Risk] {
	counts := func(what message.Message) bool {
		return what.Code != "" && (channels || what.Code != riskSends && what.Code != riskCloses)
	}
	return func(yield func(*Risk) bool) {
		goOn := true
		ast.Inspect(root, func(n ast.Node) bool {
			if n == nil || !goOn {
				return false
			}
			switch n := n.(type) {
			case *ast.FuncLit:
				return n == root // making one is harmless; a call is looked at where it is made
			case *ast.DeferStmt:
				if helper, rethrows := r.deferred(n); helper || rethrows || tidies(n.Call) {
					return false
				}
			case *ast.GoStmt:
				for _, arg := range n.Call.Args {
					r.risks(arg, channels)(func(risk *Risk) bool {
						goOn = goOn && yield(risk)
						return goOn
					})
				}
				return false // what it starts is judged on its own
			case *ast.CallExpr:
				what, enter := r.riskOfCall(n)
				if counts(what) {
					goOn = yield(&Risk{Node: n, What: what, Call: what.Code != "risk-panics"})
				}
				return enter
			default:
				if what := r.riskOfOperation(n); counts(what) {
					goOn = yield(&Risk{Node: n, What: what})
				}
			}
			return true
		})
	}
}

// tidies: a deferred call that only closes or gives something back.
func tidies(call *ast.CallExpr) bool {
	fun, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok || len(call.Args) > 0 {
		return false
	}
	switch fun.Sel.Name {
	case "Close", "Done", "Release", "RUnlock", "Stop", "Unlock":
		return true
	}
	return false
}

// Operates tells whether root itself does something that can panic: it indexes,
// asserts, divides. A dereference is nearly always of what the code made itself.
func (r *Info) Operates(root ast.Node) bool {
	found := false
	ast.Inspect(root, func(n ast.Node) bool {
		switch n := n.(type) {
		case nil, *ast.GoStmt, *ast.StarExpr:
			return false
		case *ast.FuncLit:
			return n == root
		case *ast.CallExpr:
			found = found || r.builtin(n) == "panic"
		default:
			found = found || r.riskOfOperation(n).Code != ""
		}
		return !found
	})
	return found
}

// riskOfOperation judges everything but calls.
func (r *Info) riskOfOperation(n ast.Node) message.Message {
	switch n := n.(type) {
	case *ast.IndexExpr:
		if tv, ok := r.types.Types[n.X]; ok && tv.IsValue() && canMiss(tv.Type, r.types.Types[n.Index]) && !r.listed(n) {
			return message.Of("risk-indexes", message.Args{"value": types.ExprString(n.X)})
		}
	case *ast.SliceExpr:
		if n.Low != nil || n.High != nil {
			return message.Of("risk-slices", message.Args{"value": types.ExprString(n.X)})
		}
	case *ast.StarExpr:
		if tv, ok := r.types.Types[n]; ok && tv.IsValue() {
			return message.Of("risk-dereferences", message.Args{"value": types.ExprString(n.X)})
		}
	case *ast.TypeAssertExpr:
		if n.Type != nil && !r.checked(n) && !r.pooled(n.X) {
			return message.Of("risk-asserts", message.Args{"value": types.ExprString(n.X)})
		}
	case *ast.BinaryExpr:
		if (n.Op == token.QUO || n.Op == token.REM) && r.types.Types[n.Y].Value == nil && isInteger(r.types.TypeOf(n.Y)) {
			return message.Of("risk-divides", message.Args{"value": types.ExprString(n.Y)})
		}
	case *ast.AssignStmt:
		for _, left := range n.Lhs {
			if index, ok := ast.Unparen(left).(*ast.IndexExpr); ok && isMap(r.types.TypeOf(index.X)) {
				return message.Of("risk-map", message.Args{"value": types.ExprString(index.X)})
			}
		}
	case *ast.SendStmt:
		if r.closedElsewhere(n.Chan, n.Pos()) {
			return message.Of("risk-sends", message.Args{"value": types.ExprString(n.Chan)})
		}
	}
	return message.Message{}
}

// listed: the index is a constant, and the slice a literal that has such an element.
func (r *Info) listed(n *ast.IndexExpr) bool {
	lit, ok := ast.Unparen(r.Source(n.X)).(*ast.CompositeLit)
	index := r.types.Types[n.Index].Value
	if !ok || index == nil {
		return false
	}
	at, exact := constant.Int64Val(index)
	return exact && at < int64(len(lit.Elts))
}

// canMiss: an index may lie outside. Reading a map cannot, nor can a constant
// index of an array.
func canMiss(t types.Type, index types.TypeAndValue) bool {
	switch u := t.Underlying().(type) {
	case *types.Map:
		return false
	case *types.Signature: // an instance of a generic function
		return false
	case *types.Array:
		return index.Value == nil
	case *types.Pointer:
		if _, ok := u.Elem().Underlying().(*types.Array); ok {
			return index.Value == nil
		}
	}
	return true
}

// riskOfCall says what is risky about a call, and whether to look into it.
func (r *Info) riskOfCall(call *ast.CallExpr) (what message.Message, enter bool) {
	if r.types.Types[call.Fun].IsType() {
		return message.Message{}, true
	}
	switch r.builtin(call) {
	case "":
	case "panic":
		return message.Of("risk-panics", nil), false
	case "close":
		if r.closedElsewhere(call.Args[0], call.Pos()) {
			return message.Of("risk-closes", message.Args{"value": types.ExprString(call.Args[0])}), false
		}
		return message.Message{}, true
	default:
		return message.Message{}, true
	}
	target := r.Resolve(call.Fun)
	if target.Lit != nil {
		if r.litRecovers(target.Lit) {
			return message.Message{}, true
		}
		if target.Lit != ast.Unparen(call.Fun) { // a closure of this function; it may call itself
			return message.Of("risk-calls", message.Args{"value": types.ExprString(call.Fun)}), false
		}
		if inner := r.Risk(target.Lit.Body); inner != nil {
			return inner.What, false
		}
		return message.Message{}, true
	}
	if r.callContains(call) {
		return message.Message{}, true
	}
	fn, _ := typeutil.Callee(r.types, call).(*types.Func)
	if fn == nil {
		if harmlessValue(r.types.TypeOf(call.Fun)) {
			return message.Message{}, true
		}
		if r.handedIn(call.Fun) {
			return message.Of("risk-calls-handed", message.Args{"value": types.ExprString(call.Fun)}), false
		}
		return message.Of("risk-calls-unknown", message.Args{"value": types.ExprString(call.Fun)}), false
	}
	if r.decls[fn.Origin()] == nil && harmlessElsewhere(fn) {
		return r.riskOfArguments(call), true
	}
	return message.Of("risk-calls", message.Args{"value": types.ExprString(call.Fun)}), false
}

// riskOfArguments: what a function of the standard library is given to run.
func (r *Info) riskOfArguments(call *ast.CallExpr) message.Message {
	for _, arg := range call.Args {
		t := r.types.TypeOf(arg)
		if t == nil {
			continue
		}
		if _, ok := t.Underlying().(*types.Signature); !ok {
			continue
		}
		if lit, ok := ast.Unparen(arg).(*ast.FuncLit); ok {
			if risk := r.Risk(lit.Body); risk != nil && !r.litRecovers(lit) {
				return risk.What
			}
			continue
		}
		if target := r.Resolve(arg); target.Func != nil {
			if fact := r.Of(target.Func); fact.Harmless || fact.Recovers {
				continue
			}
		}
		return message.Of("risk-runs", message.Args{"value": types.ExprString(arg)})
	}
	return message.Message{}
}

// callContains: the callee promises not to let a panic through, or the call
// only starts a goroutine that is judged on its own.
func (r *Info) callContains(call *ast.CallExpr) bool {
	if len(launch.Of(r.types, call)) > 0 {
		return true
	}
	fact := r.Of(r.Callee(call))
	return fact.Harmless || fact.Recovers || fact.Helper || len(fact.Contains) > 0 || len(fact.Spawns) > 0
}

// checked: the assertion gives its second result.
func (r *Info) checked(n *ast.TypeAssertExpr) bool {
	_, tuple := r.types.Types[n].Type.(*types.Tuple)
	return tuple
}

// pooled: what a sync.Pool or a list holds is what the code itself put there.
func (r *Info) pooled(value ast.Expr) bool {
	if field, ok := ast.Unparen(value).(*ast.SelectorExpr); ok && field.Sel.Name == "Value" {
		return types.TypeString(r.types.TypeOf(field.X), nil) == "*container/list.Element"
	}
	call, ok := ast.Unparen(value).(*ast.CallExpr)
	return ok && launch.FullName(r.Callee(call)) == "(*sync.Pool).Get"
}

func isMap(t types.Type) bool {
	if t == nil {
		return false
	}
	_, ok := t.Underlying().(*types.Map)
	return ok
}

func isInteger(t types.Type) bool {
	if t == nil {
		return false
	}
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsInteger != 0
}
