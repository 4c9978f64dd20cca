package recovermisuse

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/go-race-audit/go-race-audit/lint/diagnostic"
	"github.com/go-race-audit/go-race-audit/lint/launch"
	"github.com/go-race-audit/go-race-audit/lint/message"
	"github.com/go-race-audit/go-race-audit/lint/syntax"
)

// silent reports a recover that leaves no trace of the panic.
func (c *checker) silent(call *ast.CallExpr, body *ast.BlockStmt) {
	if c.traced(call, body) {
		return
	}
	severity := diagnostic.Warning
	if c.excused(body) {
		severity = diagnostic.Note
	}
	c.list.Report(diagnostic.Diagnostic{
		Pos: call.Pos(), End: call.End(), Category: "silent", Section: SectionSilent, Severity: severity,
		Subject: "recover", Message: message.Of("silent", nil),
	})
}

// traced: the recovered value is kept, or something else is done about it.
func (c *checker) traced(call *ast.CallExpr, body *ast.BlockStmt) bool {
	switch parent := c.parent(1).(type) {
	case *ast.ExprStmt: // recover()
		return false
	case *ast.AssignStmt:
		id, ok := parent.Lhs[0].(*ast.Ident)
		if !ok {
			return true // kept in a field or an element
		}
		if id.Name == "_" {
			return false
		}
		obj := c.pass.TypesInfo.Defs[id]
		return obj == nil || c.read(obj, body) || c.acts(body, parent)
	case *ast.BinaryExpr: // if recover() != nil { … }
		_, condition := c.parent(2).(*ast.IfStmt)
		return !condition || c.acts(body, nil)
	}
	return true // returned, passed on
}

// read: the value is used for more than to see whether it is nil.
func (c *checker) read(obj types.Object, body *ast.BlockStmt) bool {
	compared, found := map[*ast.Ident]bool{}, false
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.BinaryExpr:
			if n.Op == token.NEQ || n.Op == token.EQL {
				for _, side := range []ast.Expr{n.X, n.Y} {
					if id, ok := ast.Unparen(side).(*ast.Ident); ok {
						compared[id] = true
					}
				}
			}
		case *ast.AssignStmt:
			if len(n.Lhs) == 1 && len(n.Rhs) == 1 && isBlank(n.Lhs[0]) { // _ = r
				if id, ok := n.Rhs[0].(*ast.Ident); ok {
					compared[id] = true
				}
			}
		case *ast.Ident:
			found = found || c.pass.TypesInfo.Uses[n] == obj && !compared[n]
		}
		return !found
	})
	return found
}

func isBlank(e ast.Expr) bool {
	id, ok := e.(*ast.Ident)
	return ok && id.Name == "_"
}

// acts: what runs when there was a panic does something that others can see.
// Statements that run without a panic too do not count.
func (c *checker) acts(body *ast.BlockStmt, kept *ast.AssignStmt) bool {
	found := false
	results := c.results(body)
	for _, stmt := range afterPanic(body) {
		ast.Inspect(stmt, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.CallExpr:
				found = found || !c.isRecover(n) && !c.mute(n)
			case *ast.AssignStmt:
				found = found || n != kept && !isBlank(n.Lhs[0]) && !c.forgets(n) && !c.substitutes(results, n)
			case *ast.SendStmt, *ast.IncDecStmt:
				found = true
			}
			return !found
		})
	}
	return found
}

// forgets: it says that there is no error.
func (c *checker) forgets(assign *ast.AssignStmt) bool {
	return slices.ContainsFunc(assign.Lhs, c.isError) && !slices.ContainsFunc(assign.Rhs, func(value ast.Expr) bool { return !c.pass.TypesInfo.Types[value].IsNil() })
}

// substitutes: it gives the function with these results another one, as if nothing had happened:
// neither an error, nor a result that says so, nor nothing at all where there is no error to set.
func (c *checker) substitutes(results []types.Object, assign *ast.AssignStmt) bool {
	if slices.ContainsFunc(assign.Lhs, func(value ast.Expr) bool {
		id, ok := value.(*ast.Ident)
		return !ok || !slices.Contains(results, c.pass.TypesInfo.Uses[id]) || c.isError(value) || types.Identical(c.pass.TypesInfo.TypeOf(value), types.Typ[types.Bool])
	}) {
		return false
	}
	return slices.ContainsFunc(results, func(result types.Object) bool { return syntax.IsError(result.Type()) }) || slices.ContainsFunc(assign.Rhs, c.something)
}

// something: value is not nil, 0, "" or an empty struct.
func (c *checker) something(value ast.Expr) bool {
	if tv := c.pass.TypesInfo.Types[value]; tv.Value != nil {
		return tv.Value.String() != "0" && tv.Value.String() != `""`
	}
	lit, ok := value.(*ast.CompositeLit)
	return !c.pass.TypesInfo.Types[value].IsNil() && !(ok && len(lit.Elts) == 0)
}

// results are the named results of the function that defers body.
func (c *checker) results(body *ast.BlockStmt) []types.Object {
	_, results := c.protects(body)
	if results == nil {
		return nil
	}
	var found []types.Object
	for _, field := range results.List {
		for _, name := range field.Names {
			found = append(found, c.pass.TypesInfo.Defs[name])
		}
	}
	return found
}

func (c *checker) isError(value ast.Expr) bool { return syntax.IsError(c.pass.TypesInfo.TypeOf(value)) }

// afterPanic are the statements that body runs on a condition: the branches of an if, and
// what follows `if r == nil { return }`.
func afterPanic(body *ast.BlockStmt) []ast.Stmt {
	var found []ast.Stmt
	for i, stmt := range body.List {
		branch, ok := stmt.(*ast.IfStmt)
		if !ok {
			continue
		}
		found = append(found, branch.Body.List...)
		if branch.Else != nil {
			found = append(found, branch.Else)
		}
		if cond, ok := branch.Cond.(*ast.BinaryExpr); ok && cond.Op == token.EQL && syntax.Returns(branch.Body.List) {
			return append(found, body.List[i+1:]...)
		}
	}
	return found
}

// mute: a call that only waits, lets others go on, or ends the handling of a request as if
// nothing were wrong.
func (c *checker) mute(call *ast.CallExpr) bool {
	fn := c.info.Callee(call)
	if fn == nil || fn.Pkg() == nil {
		return false
	}
	path := fn.Pkg().Path()
	return launch.FullName(fn) == "(*github.com/gin-gonic/gin.Context).Abort" || path == "sync" || path == "runtime" || path == "time"
}
