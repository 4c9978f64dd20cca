// Package recovermisuse reports recovers that cannot work, or that hide what
// they recover.
package recovermisuse

import (
	"go/ast"
	"go/types"
	"reflect"

	"golang.org/x/tools/go/analysis"

	"github.com/go-race-audit/go-race-audit/lint/diagnostic"
	"github.com/go-race-audit/go-race-audit/lint/inventory"
	"github.com/go-race-audit/go-race-audit/lint/message"
	"github.com/go-race-audit/go-race-audit/lint/recovery"
	"github.com/go-race-audit/go-race-audit/lint/scope"
	"github.com/go-race-audit/go-race-audit/lint/syntax"
)

// The guide's sections for these diagnostics.
const (
	SectionMisplaced = "recover-misplaced"
	SectionSilent    = "recover-silent"
)

// OtherGoroutine is the category of a recover in the code that starts a goroutine.
const OtherGoroutine = "other-goroutine"

// Analyzer reports misplaced and silent recovers.
var Analyzer = &analysis.Analyzer{
	Name: "recovermisuse",
	Doc: `report recovers that cannot work or that hide the panic

recover returns nil unless the deferred function calls it directly, on the
goroutine that panics, and was deferred before the panic. Fatal errors of the
runtime, such as concurrent map writes, cannot be recovered at all.

Silent if the recovered value reaches a log, a metric, an error or a further
panic, or a comment says why it is dropped.

Not a goal: whether it is wise to go on after a panic.

To suppress: //race-audit:ignore recovermisuse <reason>`,
	Requires:   []*analysis.Analyzer{recovery.Analyzer, inventory.Analyzer},
	ResultType: reflect.TypeFor[*diagnostic.List](),
	Run:        run,
}

func run(pass *analysis.Pass) (any, error) {
	list := diagnostic.NewList(pass)
	if !scope.Own(pass) {
		return list, nil
	}
	c := &checker{
		pass: pass, list: list, info: pass.ResultOf[recovery.Analyzer].(*recovery.Info),
		uses: map[types.Object]usage{}, place: scope.Of(pass),
	}
	for _, file := range pass.Files {
		c.countUses(file)
	}
	for _, file := range pass.Files {
		if scope.TestFile(pass.Fset, file.FileStart) {
			continue
		}
		c.file = file
		ast.Inspect(file, c.visit)
	}
	for _, entry := range pass.ResultOf[inventory.Analyzer].(*inventory.Inventory).Launches {
		c.file = entry.File
		c.spawner(entry)
	}
	return list, nil
}

type checker struct {
	pass  *analysis.Pass
	list  *diagnostic.List
	info  *recovery.Info
	uses  map[types.Object]usage
	place scope.Place
	file  *ast.File
	stack []ast.Node
}

// visit keeps the stack and looks at each call and each function.
func (c *checker) visit(n ast.Node) bool {
	if n == nil {
		c.stack = c.stack[:len(c.stack)-1]
		return true
	}
	c.stack = append(c.stack, n)
	switch n := n.(type) {
	case *ast.CallExpr:
		if c.isRecover(n) {
			c.recoverCall(n)
		} else {
			c.helperCall(n)
		}
	case *ast.FuncDecl:
		if n.Body != nil {
			c.late(n.Body)
		}
	case *ast.FuncLit:
		c.late(n.Body)
	case *ast.DeferStmt:
		c.unrecoverable(n)
		c.unreached(n)
	}
	return true
}

func (c *checker) isRecover(call *ast.CallExpr) bool {
	return syntax.IsBuiltin(c.pass.TypesInfo, call, "recover")
}

// parent is the n-th node around the one that is visited.
func (c *checker) parent(n int) ast.Node {
	if i := len(c.stack) - 1 - n; i >= 0 {
		return c.stack[i]
	}
	return nil
}

// enclosing is the function around the visited node, and its place on the stack.
func (c *checker) enclosing() (ast.Node, int) {
	for i := len(c.stack) - 2; i >= 0; i-- {
		switch c.stack[i].(type) {
		case *ast.FuncLit, *ast.FuncDecl:
			return c.stack[i], i
		}
	}
	return nil, -1
}

// misplaced reports a recover that cannot work.
func (c *checker) misplaced(n ast.Node, category string, severity diagnostic.Severity, text message.Message, fixes ...diagnostic.Fix) {
	c.list.Report(diagnostic.Diagnostic{
		Pos: n.Pos(), End: n.End(), Category: category, Section: SectionMisplaced, Severity: severity,
		Subject: "recover", Message: text, Fixes: fixes,
	})
}
