// Package mixedatomic reports fields that are used atomically in one place and
// plainly in another.
package mixedatomic

import (
	"go/ast"
	"go/token"
	"go/types"
	"reflect"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/go-race-audit/go-race-audit/lint/diagnostic"
	"github.com/go-race-audit/go-race-audit/lint/message"
	"github.com/go-race-audit/go-race-audit/lint/scope"
)

// Section is the guide's section of every diagnostic.
const Section = "race-mixed-atomic"

// Analyzer reports plain uses of what sync/atomic changes elsewhere.
var Analyzer = &analysis.Analyzer{
	Name: "mixedatomic",
	Doc: `report fields that are used atomically here and plainly there

sync/atomic orders an access only against other atomic ones. The analyzer reports
a plain read or write of a field or package variable that another function
changes by a function of sync/atomic.

Silent if: the plain use is in a test, in init, or in a function that makes the
object, that takes a lock, that waits before, or that is only called after such; it
comes before main starts a goroutine; its receiver or parameter holds a copy.

Always a note: most such places set the object up, start over, or read when all is
done, and what tells them from the others was right too seldom on real code.

Not a goal: the types of sync/atomic, whose values cannot be used plainly.

To suppress: //race-audit:ignore mixedatomic <reason>`,
	ResultType: reflect.TypeFor[*diagnostic.List](),
	Run:        run,
}

var showNotes bool

func init() {
	Analyzer.Flags.BoolVar(&showNotes, "notes", false, "report, which is a note, to go vet too")
}

func run(pass *analysis.Pass) (any, error) {
	list := diagnostic.NewList(pass)
	list.ShowNotes = showNotes
	if !scope.Own(pass) || scope.Of(pass) == scope.TestHelper { // which reads when all is done
		return list, nil
	}
	c := &checker{
		pass: pass, info: pass.TypesInfo, changed: map[types.Object]*ast.CallExpr{}, within: map[*ast.CallExpr]*ast.FuncDecl{}, atomic: map[ast.Node]bool{},
		callers: map[*types.Func][]caller{},
	}
	c.each(c.collect)
	c.each(c.collectCalls)
	c.each(func(fn *ast.FuncDecl) { c.plain(fn, list) })
	return list, nil
}

type checker struct {
	pass *analysis.Pass
	info *types.Info
	// changed is the first atomic change of each field and package variable.
	changed map[types.Object]*ast.CallExpr
	within  map[*ast.CallExpr]*ast.FuncDecl
	// atomic are the expressions whose address a function of sync/atomic takes.
	atomic  map[ast.Node]bool
	callers map[*types.Func][]caller
}

// each goes through the functions outside tests.
func (c *checker) each(look func(*ast.FuncDecl)) {
	for _, file := range c.pass.Files {
		if scope.TestFile(c.pass.Fset, file.Pos()) {
			continue
		}
		for _, decl := range file.Decls {
			if fn, ok := decl.(*ast.FuncDecl); ok && fn.Body != nil {
				look(fn)
			}
		}
	}
}

// collect notes the operands of sync/atomic.
func (c *checker) collect(fn *ast.FuncDecl) {
	ast.Inspect(fn.Body, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok || len(call.Args) == 0 {
			return true
		}
		operation := c.operation(call)
		address, ok := ast.Unparen(call.Args[0]).(*ast.UnaryExpr)
		if operation == "" || !ok || address.Op != token.AND {
			return true
		}
		operand := ast.Unparen(address.X)
		c.atomic[operand] = true
		if obj := c.shared(operand); obj != nil && !strings.HasPrefix(operation, "Load") && c.changed[obj] == nil {
			c.changed[obj], c.within[call] = call, fn
		}
		return true
	})
}

// operation is the function of sync/atomic that is called, or "".
func (c *checker) operation(call *ast.CallExpr) string {
	fun, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok {
		return ""
	}
	fn, ok := c.info.Uses[fun.Sel].(*types.Func)
	if !ok || fn.Pkg() == nil || fn.Pkg().Path() != "sync/atomic" || fn.Signature().Recv() != nil {
		return ""
	}
	return fn.Name()
}

// shared is the field or package variable that expr is, or nil.
func (c *checker) shared(expr ast.Expr) types.Object {
	switch e := expr.(type) {
	case *ast.SelectorExpr:
		if v, ok := c.info.Uses[e.Sel].(*types.Var); ok && (v.IsField() || v.Parent() == v.Pkg().Scope()) {
			return v.Origin()
		}
	case *ast.Ident:
		if v, ok := c.info.Uses[e].(*types.Var); ok && !v.IsField() && v.Parent() == v.Pkg().Scope() {
			return v
		}
	}
	return nil
}

// plain reports the first plain use in fn of what others change atomically.
func (c *checker) plain(fn *ast.FuncDecl, list *diagnostic.List) {
	if fn.Recv == nil && fn.Name.Name == "init" {
		return
	}
	obj, _ := c.info.Defs[fn.Name].(*types.Func)
	if c.calledInOrder(obj, maxCallers) {
		return
	}
	seen := map[types.Object]bool{}
	ordered := false
	started := fn.Recv != nil || fn.Name.Name != "main" || c.pass.Pkg.Name() != "main"
	ast.Inspect(fn.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			ordered = ordered || orders(n)
			if c.operation(n) != "" { // CompareAndSwapPtr(&p.v, p.v, next) reads what it compares
				return false
			}
		case *ast.GoStmt:
			started = true
		case *ast.UnaryExpr:
			ordered = ordered || n.Op == token.ARROW
			if n.Op == token.AND { // its address is no use
				return false
			}
		case ast.Expr:
			obj := c.shared(n)
			change := c.changed[obj]
			if obj == nil || change == nil || c.atomic[n] || ordered || !started || seen[obj] || c.within[change] == fn || c.private(n, fn) {
				return true
			}
			seen[obj] = true
			c.report(n, change, list)
			return false
		}
		return true
	})
}

// private: the object is a copy, or fn has made it.
func (c *checker) private(expr ast.Expr, fn *ast.FuncDecl) bool {
	for {
		switch e := ast.Unparen(expr).(type) {
		case *ast.SelectorExpr:
			if c.info.Selections[e] == nil { // pkg.Variable
				return false
			}
			expr = e.X
			continue
		case *ast.IndexExpr:
			expr = e.X
			continue
		case *ast.StarExpr:
			expr = e.X
			continue
		case *ast.Ident:
			v, ok := c.info.Uses[e].(*types.Var)
			if !ok || v.Parent() == v.Pkg().Scope() {
				return false
			}
			if _, ok := v.Type().Underlying().(*types.Struct); ok {
				return true
			}
			return fn.Body.Pos() <= v.Pos() && v.Pos() < fn.Body.End()
		}
		return true // of a call, or of what is not known
	}
}

func (c *checker) report(n ast.Expr, change *ast.CallExpr, list *diagnostic.List) {
	name := types.ExprString(n)
	list.Report(diagnostic.Diagnostic{
		Pos: n.Pos(), End: n.End(), Category: "plain", Section: Section, Severity: diagnostic.Note,
		Subject: diagnostic.FieldName(c.info, n), SubjectType: types.TypeString(c.info.TypeOf(n), types.RelativeTo(c.pass.Pkg)),
		Message: message.Of("mixed-atomic", message.Args{"subject": name, "function": c.name(c.within[change])}),
		Related: []diagnostic.Related{{Pos: change.Pos(), End: change.End(), Message: "access: changed atomically here", Role: diagnostic.Access}},
	})
}

// name is the declared function as others know it: "(*Server).Stop".
func (c *checker) name(fn *ast.FuncDecl) string {
	if obj, ok := c.info.Defs[fn.Name].(*types.Func); ok {
		return diagnostic.FuncName(obj)
	}
	return fn.Name.Name
}
