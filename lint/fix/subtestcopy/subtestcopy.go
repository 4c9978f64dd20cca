// Package subtestcopy gives each parallel subtest its own copy of a fixture.
package subtestcopy

import (
	"go/ast"
	"go/types"

	"github.com/go-race-audit/go-race-audit/lint/fix"
	"github.com/go-race-audit/go-race-audit/lint/message"
)

// Pattern is this package's.
var Pattern = fix.Pattern{Name: "subtestcopy", Draft: draft}

func draft(scene *fix.Scene) []fix.Draft {
	for _, root := range roots(scene) {
		where, ok := scene.FileAt(root.Pos())
		if !ok || !scene.TestFile(where.File) {
			continue
		}
		var edits []fix.Edit
		for _, lit := range subtests(scene, root, where) {
			copied, imports, ok := copyOf(scene, where, root, lit)
			if !ok {
				return nil
			}
			edits = append(append(edits, imports...), scene.AtHead(where.File, lit.Body, copied))
		}
		if len(edits) > 0 {
			return []fix.Draft{{Title: message.Of("fix-subtest-copy", message.Args{"variable": root.Name()}), Edits: edits}}
		}
	}
	return nil
}

// roots are the local variables that the subject is reached from.
func roots(scene *fix.Scene) []*types.Var {
	if scene.Subject == nil {
		return nil
	}
	if !scene.Subject.IsField() {
		if scene.Subject.Parent() == scene.Subject.Pkg().Scope() {
			return nil
		}
		return []*types.Var{scene.Subject}
	}
	var found []*types.Var
	for _, use := range scene.Uses {
		if id, ok := use.Base.(*ast.Ident); ok && scene.Reported(use.File, use.Expr) {
			if v, ok := use.Pkg.TypesInfo.Uses[id].(*types.Var); ok && !v.IsField() && v.Parent() != v.Pkg().Scope() {
				found = append(found, v)
			}
		}
	}
	return found
}

// subtests are the literals given to t.Run that call t.Parallel and change the
// variable; none where anything else looks at it afterwards.
func subtests(scene *fix.Scene, root *types.Var, where fix.Where) []*ast.FuncLit {
	outer := fix.FuncAround(root.Pos(), where)
	var found []*ast.FuncLit
	seen := map[*ast.FuncLit]bool{}
	for _, use := range scene.UsesOf(root) {
		lit, ok := use.Func().(*ast.FuncLit)
		if !ok || use.Func() == outer || !parallel(lit) {
			continue
		}
		if !seen[lit] {
			seen[lit] = true
			found = append(found, lit)
		}
	}
	for _, use := range scene.UsesOf(root) {
		if use.Func() == outer && len(found) > 0 && use.Expr.Pos() > found[0].End() {
			return nil
		}
	}
	return found
}

func parallel(lit *ast.FuncLit) bool {
	for _, stmt := range lit.Body.List {
		expr, ok := stmt.(*ast.ExprStmt)
		if !ok {
			continue
		}
		if call, ok := expr.X.(*ast.CallExpr); ok {
			if sel, ok := call.Fun.(*ast.SelectorExpr); ok && sel.Sel.Name == "Parallel" {
				return true
			}
		}
	}
	return false
}

// copyOf is the statement that copies the variable under its own name.
func copyOf(scene *fix.Scene, where fix.Where, v *types.Var, lit *ast.FuncLit) (string, []fix.Edit, bool) {
	name := v.Name()
	switch t := v.Type().Underlying().(type) {
	case *types.Map:
		imports, ok := scene.Import(where, lit.Pos(), "maps")
		return name + " := maps.Clone(" + name + ")", imports, ok
	case *types.Slice:
		imports, ok := scene.Import(where, lit.Pos(), "slices")
		return name + " := slices.Clone(" + name + ")", imports, ok
	case *types.Pointer:
		if _, ok := t.Elem().Underlying().(*types.Struct); !ok {
			return "", nil, false
		}
		copied := fix.Fresh(where, name+"Copy")
		return copied + " := *" + name + "\n" + name + " := &" + copied, nil, copied != ""
	case *types.Basic, *types.Struct, *types.Array:
		return name + " := " + name, nil, true
	}
	return "", nil, false
}
