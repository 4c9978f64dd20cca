// Package waitgroupadd reports goroutines that count themselves.
package waitgroupadd

import (
	"go/ast"
	"go/types"
	"reflect"

	"golang.org/x/tools/go/analysis"

	"github.com/go-race-audit/go-race-audit/lint/diagnostic"
	"github.com/go-race-audit/go-race-audit/lint/launch"
	"github.com/go-race-audit/go-race-audit/lint/message"
	"github.com/go-race-audit/go-race-audit/lint/scope"
	"github.com/go-race-audit/go-race-audit/lint/syntax"
)

// Section is the guide's section of every diagnostic.
const Section = "race-waitgroup"

// Analyzer reports calls of WaitGroup.Add on the goroutine that is counted.
var Analyzer = &analysis.Analyzer{
	Name: "waitgroupadd",
	Doc: `report goroutines that add themselves to a WaitGroup

Wait waits for what was added before it looks. A goroutine whose first act is
Add may not have begun by then, and Wait returns without it. go vet sees this in
a literal; this analyzer also sees it in functions that a go statement names, and
past statements that only prepare.

Silent if: the starter adds to the group before the go statement, or is counted
by the same group itself; nothing in the package waits for the group, or only after
it has sent what the goroutine, or what that calls, receives; the goroutine first tells that it has begun.

Not a goal: other ways to count wrong.

To suppress: //race-audit:ignore waitgroupadd <reason>`,
	ResultType: reflect.TypeFor[*diagnostic.List](),
	Run:        run,
}

func run(pass *analysis.Pass) (any, error) {
	list := diagnostic.NewRaceList(pass)
	if !scope.Own(pass) {
		return list, nil
	}
	c := &checker{
		info: pass.TypesInfo, list: list, closures: launch.NewClosures(pass.TypesInfo, pass.Files),
		decls: map[*types.Func]*ast.FuncDecl{}, waits: map[types.Object][]map[types.Object]bool{},
		seen: map[*ast.CallExpr]bool{},
	}
	for _, file := range pass.Files {
		c.collect(file)
	}
	for _, file := range pass.Files {
		ast.Inspect(file, func(n ast.Node) bool {
			if body := syntax.Body(n); body != nil {
				c.noteWaits(body)
			}
			return true
		})
	}
	for _, file := range pass.Files {
		for _, decl := range file.Decls {
			if fn, ok := decl.(*ast.FuncDecl); ok && fn.Body != nil {
				c.function(fn.Body)
			}
		}
	}
	return list, nil
}

type checker struct {
	info     *types.Info
	list     *diagnostic.List
	closures launch.Closures
	decls    map[*types.Func]*ast.FuncDecl
	// waits are the calls of Wait of a group: the channels on which the function has sent
	// before each.
	waits map[types.Object][]map[types.Object]bool
	seen  map[*ast.CallExpr]bool
}

// collect notes the functions that a file declares.
func (c *checker) collect(file *ast.File) {
	for _, decl := range file.Decls {
		if decl, ok := decl.(*ast.FuncDecl); ok && decl.Body != nil {
			if fn, ok := c.info.Defs[decl.Name].(*types.Func); ok {
				c.decls[fn] = decl
			}
		}
	}
}

// group is the variable or field of the WaitGroup whose method call is, or nil.
func (c *checker) group(call *ast.CallExpr, method string) types.Object {
	fun, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok || fun.Sel.Name != method {
		return nil
	}
	fn, ok := c.info.Uses[fun.Sel].(*types.Func)
	if !ok || launch.FullName(fn) != "(*sync.WaitGroup)."+method {
		return nil
	}
	return c.object(fun.X)
}

// object is the variable or field that expr is, or is the address of.
func (c *checker) object(expr ast.Expr) types.Object {
	switch x := ast.Unparen(expr).(type) {
	case *ast.Ident:
		return c.info.Uses[x]
	case *ast.SelectorExpr:
		if v, ok := c.info.Uses[x.Sel].(*types.Var); ok {
			return v.Origin()
		}
	case *ast.UnaryExpr:
		return c.object(x.X)
	}
	return nil
}

// given is what the starter calls group, where that is a parameter of what it starts.
func (c *checker) given(n *ast.GoStmt, params *ast.FieldList, group types.Object) types.Object {
	i := 0
	for _, field := range params.List {
		for _, name := range field.Names {
			if c.info.Defs[name] == group && i < len(n.Call.Args) {
				return c.object(n.Call.Args[i])
			}
			i++
		}
	}
	return group
}

// function looks at the launches in one function with its literals.
func (c *checker) function(body *ast.BlockStmt) {
	calls := map[string]map[types.Object]bool{"Add": {}, "Done": {}, "Go": {}}
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			c.function(n.Body)
			return false
		case *ast.CallExpr:
			for method, groups := range calls {
				if group := c.group(n, method); group != nil {
					groups[group] = true
				}
			}
		case *ast.DeferStmt:
			if lit, ok := n.Call.Fun.(*ast.FuncLit); ok { // defer func() { …; wg.Done() }()
				ast.Inspect(lit.Body, func(n ast.Node) bool {
					if call, ok := n.(*ast.CallExpr); ok {
						if group := c.group(call, "Done"); group != nil {
							calls["Done"][group] = true
						}
					}
					return true
				})
			}
		case *ast.GoStmt:
			c.launched(n, calls["Add"], calls["Done"])
		}
		return true
	})
}

// launched reports the goroutine that n starts if it counts itself.
func (c *checker) launched(n *ast.GoStmt, added, counted map[types.Object]bool) {
	target := c.closures.Resolve(c.info, n.Call.Fun)
	var body *ast.BlockStmt
	var params *ast.FieldList
	switch decl := c.decls[target.Func]; {
	case target.Lit != nil:
		body, params = target.Lit.Body, target.Lit.Type.Params
	case decl != nil:
		body, params = decl.Body, decl.Type.Params
	default:
		return
	}
	add, group := c.first(body)
	group = c.given(n, params, group)
	if add == nil || c.seen[add] || !c.mayMiss(group, body) || added[group] || counted[group] || body.Pos() <= group.Pos() && group.Pos() < body.End() {
		return
	}
	c.seen[add] = true
	name := types.ExprString(ast.Unparen(add.Fun).(*ast.SelectorExpr).X)
	c.list.Report(diagnostic.Diagnostic{
		Pos: add.Pos(), End: add.End(), Category: "add", Section: Section, Severity: diagnostic.Error,
		Subject: name, SubjectType: "sync.WaitGroup", Message: message.Of("waitgroup-add", message.Args{"subject": name}),
		Related: []diagnostic.Related{{Pos: n.Pos(), End: n.Call.Fun.Pos(), Message: "goroutine: it starts here", Role: diagnostic.Goroutine}},
	})
}

// first is the call of Add by which a body begins: nothing but plain statements
// come before it.
func (c *checker) first(body *ast.BlockStmt) (*ast.CallExpr, types.Object) {
	for i, stmt := range body.List {
		switch s := stmt.(type) {
		case *ast.ExprStmt:
			if call, ok := s.X.(*ast.CallExpr); ok {
				if group := c.group(call, "Add"); group != nil && !c.tellsStarted(body.List[i+1:], group) && types.ExprString(call.Args[0]) == "1" && c.done(body, group) {
					return call, group
				}
			}
		case *ast.AssignStmt, *ast.DeclStmt, *ast.DeferStmt:
			continue
		}
		return nil, nil
	}
	return nil, nil
}

// done: the same goroutine calls Done of the group, so that Add counts itself.
func (c *checker) done(body *ast.BlockStmt, group types.Object) bool {
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok && c.group(call, "Done") == group {
			found = true
		}
		return !found
	})
	return found
}
