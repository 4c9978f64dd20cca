package recovery

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/go-race-audit/go-race-audit/lint/launch"
	"github.com/go-race-audit/go-race-audit/lint/message"
)

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
		if harmlessValue(r.types.TypeOf(call.Fun)) || r.IsLog(call) {
			return message.Message{}, true
		}
		if r.handedIn(call.Fun) {
			return message.Of("risk-calls-handed", message.Args{"value": types.ExprString(call.Fun)}), false
		}
		return message.Of("risk-calls-unknown", message.Args{"value": types.ExprString(call.Fun)}), false
	}
	if r.tooShort(call) {
		return message.Of("risk-indexes", message.Args{"value": types.ExprString(whole(call.Args[0]))}), false
	}
	if r.decls[fn.Origin()] == nil && harmlessElsewhere(fn) {
		return r.riskOfArguments(call), true
	}
	return message.Of("risk-calls", message.Args{"value": types.ExprString(call.Fun)}), false
}

// riskOfArguments: what a function of the standard library is given to run.
func (r *Info) riskOfArguments(call *ast.CallExpr) message.Message {
	for _, arg := range call.Args {
		if !isFunction(r.types.TypeOf(arg)) {
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

// callContains: the callee promises not to let a panic through, or is what a wrapper made that
// recovers, or the call only starts a goroutine that is judged on its own.
func (r *Info) callContains(call *ast.CallExpr) bool {
	if len(launch.Of(r.types, call)) > 0 || r.wrapped(call.Fun) {
		return true
	}
	fact := r.Of(r.Callee(call))
	return fact.Harmless || fact.Recovers || fact.Helper || len(fact.Contains) > 0 || len(fact.Spawns) > 0
}

func isFunction(t types.Type) bool {
	if t == nil {
		return false
	}
	_, ok := t.Underlying().(*types.Signature)
	return ok
}
