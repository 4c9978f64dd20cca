package recovery

import (
	"go/ast"
	"go/types"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/go-race-audit/go-race-audit/lint/launch"
)

// recoverCall tells whether body calls recover itself, and whether it then
// always panics again or ends the process.
func (r *Info) recoverCall(body *ast.BlockStmt) (helper, rethrows bool) {
	found := false
	inspectShallow(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.DeferStmt: // `defer recover()` is no call by the deferred function
			return false
		case *ast.CallExpr:
			found = found || r.builtin(n) == "recover"
		}
		return true
	})
	if !found {
		return false, false
	}
	if r.alwaysEnds(body.List, 0) {
		return false, true
	}
	return true, false
}

// alwaysEnds: the statements end in a panic or the end of the process under no
// other condition than that there was something to recover.
func (r *Info) alwaysEnds(list []ast.Stmt, depth int) bool {
	for _, stmt := range list {
		switch s := stmt.(type) {
		case *ast.ExprStmt:
			if call, ok := s.X.(*ast.CallExpr); ok && (r.builtin(call) == "panic" || r.endsProcess(call)) {
				return true
			}
		case *ast.IfStmt:
			if depth == 0 && s.Else == nil && r.alwaysEnds(s.Body.List, depth+1) {
				return true
			}
		}
	}
	return false
}

// fatalName matches methods of loggers that end the process.
var fatalName = regexp.MustCompile(`^(Fatal|Panic|DPanic)(f|w|ln|Context|Depth)?$`)

// endsProcess: os.Exit, log.Fatal and their like in other loggers.
func (r *Info) endsProcess(call *ast.CallExpr) bool {
	fn, ok := typeutil.Callee(r.types, call).(*types.Func)
	if !ok || fn.Pkg() == nil {
		return false
	}
	name := launch.FullName(fn)
	return name == "os.Exit" || name == "runtime.Goexit" || fatalName.MatchString(fn.Name()) && fn.Pkg() != r.pass.Pkg
}

// recoveryName matches what functions that recover are called; used only where
// their source is not at hand.
var recoveryName = regexp.MustCompile(`(?i)recover|panic|crash|rescue`)

// deferred tells what a defer statement does about a panic.
func (r *Info) deferred(d *ast.DeferStmt) (helper, rethrows bool) {
	target := r.Resolve(d.Call.Fun)
	if target.Lit != nil {
		helper, rethrows = r.recoverCall(target.Lit.Body)
		return helper, rethrows
	}
	if target.Func != nil {
		fact := r.Of(target.Func)
		unknown := r.decls[target.Func] == nil && fact.empty()
		ends := r.ending[target.Func]
		return fact.Helper || unknown && !ends && recoveryName.MatchString(target.Func.Name()), fact.Rethrows || ends
	}
	if call, ok := ast.Unparen(d.Call.Fun).(*ast.CallExpr); ok { // defer recoverer(log)()
		return r.Of(r.Callee(call)).ReturnsHelper, false
	}
	if fn, ok := typeutil.Callee(r.types, d.Call).(*types.Func); ok { // an interface method
		return recoveryName.MatchString(fn.Name()), false
	}
	return false, false
}

// IsHelper tells whether the function behind expr calls recover itself, and so is there to be
// deferred.
func (r *Info) IsHelper(expr ast.Expr) bool {
	target := r.Resolve(expr)
	if target.Lit != nil {
		helper, rethrows := r.recoverCall(target.Lit.Body)
		return helper || rethrows
	}
	fact := r.Of(target.Func)
	return fact.Helper || fact.Rethrows
}

// DeferRecovers tells whether a defer statement contains panics.
func (r *Info) DeferRecovers(d *ast.DeferStmt) bool {
	helper, _ := r.deferred(d)
	return helper
}

// Guessed tells whether what d defers is a method of an interface, of which the name alone
// says that it recovers, and nothing whether it ends the process then.
func (r *Info) Guessed(d *ast.DeferStmt) bool {
	fn, ok := typeutil.Callee(r.types, d.Call).(*types.Func)
	return ok && isMethodOfInterface(fn)
}

// MayEnd tells whether what d defers ends the process at times, in a function of another
// package that says so itself.
func (r *Info) MayEnd(d *ast.DeferStmt) bool {
	return r.Of(r.Resolve(d.Call.Fun).Func).MayEnd
}

// DeferHandles is DeferRecovers for those too that panic again.
func (r *Info) DeferHandles(d *ast.DeferStmt) bool {
	helper, rethrows := r.deferred(d)
	return helper || rethrows
}

// recovers: a defer at the top level of body contains panics, and nothing
// before it can panic.
func (r *Info) recovers(body *ast.BlockStmt) bool {
	at, _ := r.firstRecovery(body)
	if at < 0 {
		return false
	}
	for _, stmt := range body.List[:at] {
		if r.Risk(stmt) != nil {
			return false
		}
	}
	return true
}

// recoversLate is recovers where calls come before, of which nothing shows that they panic.
func (r *Info) recoversLate(body *ast.BlockStmt) bool {
	return r.Recovery(body) != nil && r.late(r.Risk(body))
}

// late tells whether the first risk of what recovers only later is such a call.
func (r *Info) late(risk *Risk) bool {
	return risk != nil && risk.Call && risk.What.Code == "risk-calls"
}

// mayRecover: a recover is deferred under a condition, such as a setting.
func (r *Info) mayRecover(body *ast.BlockStmt) bool {
	return slices.ContainsFunc(body.List, func(stmt ast.Stmt) bool {
		branch, ok := stmt.(*ast.IfStmt)
		return ok && r.Recovery(branch.Body) != nil
	})
}

// litRecovers is recovers for a literal; a recursive one promises nothing.
func (r *Info) litRecovers(lit *ast.FuncLit) bool {
	if known, ok := r.lits[lit]; ok {
		return known
	}
	r.lits[lit] = false
	r.lits[lit] = r.recovers(lit.Body)
	return r.lits[lit]
}

// firstRecovery is the index of the first top-level defer that handles panics,
// or -1, and whether it rethrows.
func (r *Info) firstRecovery(body *ast.BlockStmt) (index int, rethrows bool) {
	for i, stmt := range body.List {
		if d, ok := stmt.(*ast.DeferStmt); ok {
			if helper, again := r.deferred(d); helper || again {
				return i, again
			}
		}
	}
	return -1, false
}

// Exits tells whether a call ends the process at once, so that no recover sees it.
func (r *Info) Exits(call *ast.CallExpr) bool {
	fn := r.Callee(call)
	return fn != nil && r.endsProcess(call) && (launch.FullName(fn) == "os.Exit" || strings.HasPrefix(fn.Name(), "Fatal"))
}

// Ends tells whether a call is panic, or ends the process.
func (r *Info) Ends(call *ast.CallExpr) bool {
	return r.builtin(call) == "panic" || r.endsProcess(call)
}

// EndsIn tells whether a call is of a function of the package that always panics or ends
// the process.
func (r *Info) EndsIn(call *ast.CallExpr) bool {
	decl := r.Decl(r.Callee(call))
	return decl != nil && r.alwaysEnds(decl.Body.List, 1)
}

// Recovery is the first top-level defer of body that contains panics and does
// not raise them again, or nil.
func (r *Info) Recovery(body *ast.BlockStmt) *ast.DeferStmt {
	if at, rethrows := r.firstRecovery(body); at >= 0 && !rethrows {
		return body.List[at].(*ast.DeferStmt)
	}
	return nil
}

// Answers tells whether a call in a recovery makes the loss known to other
// code: it closes a channel, cancels a context or ends the process.
func (r *Info) Answers(call *ast.CallExpr) bool {
	return r.builtin(call) == "close" || r.Ends(call) || harmlessValue(r.types.TypeOf(call.Fun))
}

// LitRecovers tells whether a function literal contains its own panics.
func (r *Info) LitRecovers(lit *ast.FuncLit) bool { return r.lits[lit] }
