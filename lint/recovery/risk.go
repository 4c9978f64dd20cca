package recovery

import (
	"go/ast"
	"go/types"
	"iter"
	"regexp"

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
	// deferred: it runs when the function ends.
	deferred bool
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
// the work, as what a closed channel does is, nor kept within bounds, else the first of all.
func (r *Info) telling(root ast.Node, first *Risk) *Risk {
	for risk := range r.risks(root, false) {
		if call, ok := risk.Node.(*ast.CallExpr); !risk.deferred && !(ok && r.aside(call)) && !r.Bounded(risk.Node) {
			return risk
		}
	}
	return first
}

// OnlyEnds tells whether all that can panic below root are calls that close, stop or release
// something.
func (r *Info) OnlyEnds(root ast.Node) bool {
	for risk := range r.risks(root, true) {
		if call, ok := risk.Node.(*ast.CallExpr); !ok || !ends.MatchString(syntax.CalledName(call)) {
			return false
		}
	}
	return true
}

// ends matches calls that end something.
var ends = regexp.MustCompile(`^(?i:cancel|close|release|stop)([A-Z].*)?$`)

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
		tell := func(risk *Risk) bool {
			goOn = goOn && yield(risk)
			return goOn
		}
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
				for risk := range r.risks(n.Call, channels) {
					risk.deferred = true
					if !tell(risk) {
						break
					}
				}
				return false
			case *ast.GoStmt:
				for _, arg := range n.Call.Args {
					r.risks(arg, channels)(tell)
				}
				return false // what it starts is judged on its own
			case *ast.CallExpr:
				what, enter := r.riskOfCall(n)
				if counts(what) {
					tell(&Risk{Node: n, What: what, Call: what.Code != "risk-panics" && !r.tooShort(n)})
				}
				return enter
			default:
				if what := r.riskOfOperation(n); counts(what) {
					tell(&Risk{Node: n, What: what})
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
