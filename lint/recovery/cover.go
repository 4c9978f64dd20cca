package recovery

import (
	"go/ast"
	"go/types"
	"strings"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/go-race-audit/go-race-audit/lint/launch"
	"github.com/go-race-audit/go-race-audit/lint/message"
)

// Status says whether a panic of a launched function is contained.
type Status string

const (
	// Covered: something recovers.
	Covered Status = "covered"
	// Uncovered: a panic ends the process.
	Uncovered Status = "uncovered"
	// Exempt: it cannot panic, or is meant to end the process.
	Exempt Status = "exempt"
)

// Coverage is the answer for one launch.
type Coverage struct {
	Status Status
	// Why says it to a reader: "defers a recover".
	Why string
	// Bare is Why of what is uncovered, for messages.
	Bare message.Message
	// Body is what runs, nil if its source is not in this package.
	Body *ast.BlockStmt
	// Runs is the declared function that runs, nil for a literal.
	Runs *types.Func
	// Risk is the first operation that can panic, where the body is known.
	Risk *Risk
	// Told is the one that a reader is told of.
	Told *Risk
	// Late: it defers a recover after a call of which nothing shows that it panics.
	Late bool
	// Ends: it recovers to end the process.
	Ends bool
	// ByOwnModule: what covers it was written in the user's modules: a deferred
	// recover or a launcher, not a dependency that recovers anyway.
	ByOwnModule bool
}

// Cover judges one launch.
func (r *Info) Cover(site launch.Site) Coverage {
	cover := Coverage{Status: Covered}
	target := r.Resolve(site.Func)
	cover.Runs = target.Func
	if target.Lit != nil {
		cover.Body = target.Lit.Body
	} else if decl := r.Decl(target.Func); decl != nil {
		cover.Body = decl.Body
	}
	if site.Outcome == launch.EndsProcess && r.optsIn(site) {
		site.Outcome = launch.Recovered
	}
	switch site.Outcome {
	case launch.Recovered:
		cover.Why = site.Name + " recovers"
		if call, ok := site.Node.(*ast.CallExpr); ok {
			cover.ByOwnModule = r.OwnModule(r.Callee(call))
		}
		return cover
	case launch.HandedToWait:
		cover.Why = site.Name + " hands the panic to the goroutine that waits"
		return cover
	case launch.EndsProcess:
	}
	if cover.Body != nil {
		r.coverBody(&cover)
		return cover
	}
	r.coverElsewhere(&cover, site)
	if cover.Status == Uncovered && len(r.Of(target.Func).Contains) > 0 {
		cover.Status, cover.Why, cover.ByOwnModule = Covered, shortName(target.Func)+" runs it under a recover", true
	}
	return cover
}

// optsIn: the package has the launcher recover, by an option that is given where it is made:
// cron.New(cron.WithChain(cron.Recover(logger))).
func (r *Info) optsIn(site launch.Site) bool {
	if site.Option == "" {
		return false
	}
	for _, obj := range r.types.Uses {
		if fn, ok := obj.(*types.Func); ok && launch.FullName(fn) == site.Option {
			return true
		}
	}
	return false
}

// OwnModule tells whether fn is of the module of this package.
func (r *Info) OwnModule(fn *types.Func) bool {
	if fn == nil || fn.Pkg() == nil {
		return false
	}
	if m := r.pass.Module; m != nil && m.Path != "" {
		return fn.Pkg().Path() == m.Path || strings.HasPrefix(fn.Pkg().Path(), m.Path+"/")
	}
	_, foreign := launch.Lookup(fn)
	return !foreign
}

// coverBody judges a launch whose body is at hand.
func (r *Info) coverBody(cover *Coverage) {
	at, rethrows := r.firstRecovery(cover.Body)
	fact := r.Of(cover.Runs)
	switch {
	case rethrows:
		cover.Status, cover.Ends, cover.Why = Exempt, true, "recovers, reports and ends the process on purpose"
	case fact.Recovers || at >= 0 && r.recovers(cover.Body):
		cover.Why, cover.ByOwnModule = "defers a recover", true
	case len(fact.Contains) > 0:
		cover.Why, cover.ByOwnModule = shortName(cover.Runs)+" runs it under a recover", true
	default:
		cover.Risk = r.Risk(cover.Body)
		switch {
		case cover.Risk == nil && r.ContainsInside(cover.Body):
			cover.Why, cover.ByOwnModule = "recovers around each call", true
		case cover.Risk == nil:
			cover.Status, cover.Why = Exempt, "does nothing that is likely to panic"
		case at >= 0:
			cover.Late = r.late(cover.Risk)
			cover.Told = cover.Risk
			cover.uncovered(early(cover.Told.What))
		default:
			cover.Told = r.telling(cover.Body, cover.Risk)
			cover.uncovered(bare(cover.Told.What))
		}
	}
}

// uncovered says that nothing recovers, and what that is about.
func (c *Coverage) uncovered(text message.Message) {
	c.Status, c.Bare, c.Why = Uncovered, text, text.String()
}

// bare ends a sentence about a risk; a relative clause before that wants its comma.
func bare(risk message.Message) message.Message {
	if endsInClause(risk) {
		return message.Of("bare-risk-clause", message.Args{"risk": risk})
	}
	return message.Of("bare-risk", message.Args{"risk": risk})
}

// early does so for a risk that comes before the recover.
func early(risk message.Message) message.Message {
	if endsInClause(risk) {
		return message.Of("bare-early-clause", message.Args{"risk": risk})
	}
	return message.Of("bare-early", message.Args{"risk": risk})
}

func endsInClause(risk message.Message) bool { return strings.Contains(risk.String(), ", which ") }

// ContainsInside tells whether some call in body runs under a recover of its own, or all of
// it under one that a condition decides about; what is deferred does not count, for the work
// is not there.
func (r *Info) ContainsInside(body *ast.BlockStmt) bool {
	found := r.mayRecover(body)
	inspectShallow(body, func(n ast.Node) bool {
		if _, deferred := n.(*ast.DeferStmt); deferred {
			return false
		}
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return true
		}
		if lit, ok := ast.Unparen(call.Fun).(*ast.FuncLit); ok {
			found = found || r.litRecovers(lit)
		}
		if target := r.Resolve(call.Fun); target.Func != nil {
			fact := r.Of(target.Func)
			found = found || fact.Recovers || fact.RecoversLate || fact.MayRecover || len(fact.Contains) > 0
		}
		return true
	})
	return found
}

// coverElsewhere judges a launch by facts, or by what kind of value runs.
func (r *Info) coverElsewhere(cover *Coverage, site launch.Site) {
	fact := r.Of(cover.Runs)
	switch {
	case cover.Runs != nil && fact.Recovers:
		cover.Why, cover.ByOwnModule = shortName(cover.Runs)+" defers a recover", true
	case cover.Runs != nil && (fact.Harmless || harmlessElsewhere(cover.Runs) && r.argumentRisk(site).Code == ""):
		cover.Status, cover.Why = Exempt, shortName(cover.Runs)+" does nothing that is likely to panic"
	case cover.Runs != nil:
		cover.uncovered(bare(message.Of("risk-runs", message.Args{"value": shortName(cover.Runs)})))
	case r.wrapped(site.Func):
		cover.Why, cover.ByOwnModule = "the function that is launched recovers", true
	case harmlessValue(r.types.TypeOf(site.Func)) || r.harmlessMethod(site.Func):
		cover.Status, cover.Why = Exempt, types.ExprString(site.Func)+" does nothing that is likely to panic"
	case r.handedIn(site.Func):
		cover.uncovered(bare(message.Of("risk-runs-handed", message.Args{"value": types.ExprString(site.Func)})))
	default:
		cover.uncovered(bare(message.Of("risk-runs-unknown", message.Args{"value": types.ExprString(site.Func)})))
	}
}

// argumentRisk looks at what `go once.Do(f)` runs.
func (r *Info) argumentRisk(site launch.Site) message.Message {
	return r.riskOfArguments(&ast.CallExpr{Args: site.Args})
}

// wrapped: `go wrap(f)()` where wrap returns a function that recovers.
func (r *Info) wrapped(expr ast.Expr) bool {
	call, ok := ast.Unparen(expr).(*ast.CallExpr)
	return ok && r.Of(r.Callee(call)).ReturnsRecovering
}

// harmlessMethod: an interface method such as conn.Close.
func (r *Info) harmlessMethod(expr ast.Expr) bool {
	fn, ok := typeutil.Callee(r.types, &ast.CallExpr{Fun: expr}).(*types.Func)
	return ok && harmlessElsewhere(fn)
}
