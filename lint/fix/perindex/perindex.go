// Package perindex gives each goroutine of a loop its own element of the slice
// that they append to.
package perindex

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ast/astutil"

	"github.com/go-race-audit/go-race-audit/lint/fix"
	"github.com/go-race-audit/go-race-audit/lint/message"
)

// Pattern is this package's.
var Pattern = fix.Pattern{Name: "perindex", Draft: draft}

// draft serves `for _, x := range xs { go func() { …; out = append(out, v); … }() }`
// where each goroutine appends once, whatever happens.
func draft(scene *fix.Scene) []fix.Draft {
	v := scene.Subject
	if v == nil || v.IsField() || fix.IsPackageVariable(v) {
		return nil
	}
	where, ok := scene.FileAt(v.Pos())
	if !ok {
		return nil
	}
	slice, ok := v.Type().Underlying().(*types.Slice)
	site, found := appending(scene)
	if !ok || !found {
		return nil
	}
	declared, ok := declaration(scene, where, site.loop)
	if !ok {
		return nil
	}
	elem := types.TypeString(slice.Elem(), qualifier(where))
	index, edits := indexOf(scene, site)
	if index == "" {
		return nil
	}
	edits = append(edits,
		fix.Replace(declared, v.Name()+" := make([]"+elem+", len("+scene.Text(where.File, site.loop.X)+"))"),
		fix.Replace(site.assign, v.Name()+"["+index+"] = "+scene.Text(where.File, site.value)),
	)
	return []fix.Draft{{Title: message.Of("fix-own-element", message.Args{"variable": v.Name()}), Edits: edits}}
}

// site is the one place that appends.
type site struct {
	loop   *ast.RangeStmt
	assign *ast.AssignStmt
	value  ast.Expr
	around ast.Node // the function that the loop is in
}

// appending finds the append in a goroutine of a loop; nothing else may use the
// slice before the loop is over.
func appending(scene *fix.Scene) (site, bool) {
	var found site
	for _, use := range scene.Uses {
		lit, ok := use.Func().(*ast.FuncLit)
		if !ok || lit == fix.FuncAround(scene.Subject.Pos(), use.Where) {
			continue
		}
		assign, value, ok := appends(scene, use, lit)
		if !ok || found.assign != nil && found.assign != assign {
			return site{}, false
		}
		if found.assign == nil {
			loop, around, ok := launchedIn(use, lit)
			if !ok {
				return site{}, false
			}
			found = site{loop, assign, value, around}
		}
	}
	return found, found.assign != nil
}

// appends reads `out = append(out, v)` as a statement that a literal always reaches.
func appends(scene *fix.Scene, use fix.Use, lit *ast.FuncLit) (*ast.AssignStmt, ast.Expr, bool) {
	for _, stmt := range lit.Body.List {
		if leaves(stmt) {
			return nil, nil, false
		}
		assign, ok := stmt.(*ast.AssignStmt)
		if !ok || use.Expr.Pos() < stmt.Pos() || stmt.End() <= use.Expr.Pos() {
			continue
		}
		if assign.Tok != token.ASSIGN || len(assign.Lhs) != 1 || len(assign.Rhs) != 1 {
			return nil, nil, false
		}
		call, ok := assign.Rhs[0].(*ast.CallExpr)
		if !ok || len(call.Args) != 2 || call.Ellipsis.IsValid() || !isSubject(scene, use, assign.Lhs[0]) || !isSubject(scene, use, call.Args[0]) {
			return nil, nil, false
		}
		id, ok := call.Fun.(*ast.Ident)
		return assign, call.Args[1], ok && id.Name == "append"
	}
	return nil, nil, false
}

func isSubject(scene *fix.Scene, use fix.Use, expr ast.Expr) bool {
	id, ok := expr.(*ast.Ident)
	return ok && use.Pkg.TypesInfo.Uses[id] == scene.Subject
}

// leaves tells whether a statement may end the function early.
func leaves(stmt ast.Stmt) bool {
	found := false
	ast.Inspect(stmt, func(n ast.Node) bool {
		switch n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.ReturnStmt:
			found = true
		}
		return !found
	})
	return found
}

// launchedIn is the loop over a slice whose every turn starts the literal.
func launchedIn(use fix.Use, lit *ast.FuncLit) (*ast.RangeStmt, ast.Node, bool) {
	for i, n := range use.Path {
		if n != ast.Node(lit) {
			continue
		}
		var around []ast.Node
		for _, outer := range use.Path[i+1:] {
			switch outer.(type) {
			case *ast.CallExpr, *ast.ExprStmt, *ast.GoStmt, *ast.BlockStmt:
				continue
			}
			around = append(around, outer)
		}
		if len(around) < 2 {
			return nil, nil, false
		}
		loop, ok := around[0].(*ast.RangeStmt)
		if !ok || loop.Tok != token.DEFINE || !isName(loop.X) {
			return nil, nil, false
		}
		_, slice := use.Pkg.TypesInfo.TypeOf(loop.X).Underlying().(*types.Slice)
		return loop, around[1], slice
	}
	return nil, nil, false
}

func isName(expr ast.Expr) bool {
	switch e := expr.(type) {
	case *ast.Ident:
		return true
	case *ast.SelectorExpr:
		return isName(e.X)
	}
	return false
}

// declaration is the statement that declares the slice, empty, before the loop.
func declaration(scene *fix.Scene, where fix.Where, loop *ast.RangeStmt) (ast.Stmt, bool) {
	for _, use := range scene.Uses {
		if use.Expr.Pos() < loop.Pos() {
			return nil, false
		}
	}
	path, _ := astutil.PathEnclosingInterval(where.File, scene.Subject.Pos(), scene.Subject.Pos())
	for _, n := range path {
		switch n := n.(type) {
		case *ast.DeclStmt:
			specs := n.Decl.(*ast.GenDecl).Specs
			spec, ok := specs[0].(*ast.ValueSpec)
			return n, ok && len(specs) == 1 && len(spec.Names) == 1 && len(spec.Values) == 0
		case *ast.AssignStmt:
			return n, n.Tok == token.DEFINE && len(n.Lhs) == 1 && fix.FreshValue(n.Rhs[0])
		}
	}
	return nil, false
}

// indexOf is the name of the loop's index, with the edit that gives it one.
func indexOf(scene *fix.Scene, at site) (string, []fix.Edit) {
	where, _ := scene.FileAt(at.loop.Pos())
	key, named := at.loop.Key.(*ast.Ident)
	if named && key.Name != "_" {
		return key.Name, nil
	}
	name := fix.FreshIn(where, at.around, "i", "index", "n")
	return name, []fix.Edit{fix.Replace(at.loop.Key, name)}
}

// qualifier writes types as the file may write them.
func qualifier(where fix.Where) types.Qualifier {
	return func(p *types.Package) string {
		if p == where.Pkg.Types {
			return ""
		}
		return p.Name()
	}
}
