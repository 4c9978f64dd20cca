// Package mixedatomic makes every use of a number atomic that sync/atomic
// touches elsewhere.
package mixedatomic

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/go-race-audit/go-race-audit/lint/fix"
	"github.com/go-race-audit/go-race-audit/lint/message"
)

// Pattern is this package's.
var Pattern = fix.Pattern{Name: "mixedatomic", Draft: draft}

// suffixes of the functions of sync/atomic by kind of number.
var suffixes = map[types.BasicKind]string{
	types.Int32: "Int32", types.Int64: "Int64", types.Uint32: "Uint32", types.Uint64: "Uint64", types.Uintptr: "Uintptr",
}

func draft(scene *fix.Scene) []fix.Draft {
	if drafts := about(scene); drafts != nil || scene.Target.Section != section {
		return drafts
	}
	// The detector loses the caller of sync/atomic, and with it the variable.
	var drafts []fix.Draft
	for _, v := range touched(scene) {
		drafts = append(drafts, about(scene.About(v))...)
	}
	return drafts
}

// section of the findings that are about such a variable.
const section = "race-mixed-atomic"

// touched are the variables of the report's packages that sync/atomic touches.
func touched(scene *fix.Scene) []*types.Var {
	var found []*types.Var
	for _, where := range scene.Reports() {
		pkg := where.Pkg
		for _, file := range pkg.Syntax {
			ast.Inspect(file, func(n ast.Node) bool {
				address, ok := n.(*ast.UnaryExpr)
				if !ok || address.Op != token.AND {
					return true
				}
				if v := variable(pkg.TypesInfo, address.X); v != nil && !slices.Contains(found, v) {
					found = append(found, v)
				}
				return true
			})
		}
	}
	return found
}

func variable(info *types.Info, expr ast.Expr) *types.Var {
	var v *types.Var
	switch e := expr.(type) {
	case *ast.Ident:
		v, _ = info.Uses[e].(*types.Var)
	case *ast.SelectorExpr:
		v, _ = info.Uses[e.Sel].(*types.Var)
	}
	return v
}

func about(scene *fix.Scene) []fix.Draft {
	if scene.Subject == nil {
		return nil
	}
	basic, ok := scene.Subject.Type().Underlying().(*types.Basic)
	if !ok || suffixes[basic.Kind()] == "" {
		return nil
	}
	suffix := suffixes[basic.Kind()]
	var edits []fix.Edit
	mixed := false
	for _, use := range scene.Uses {
		if isAtomic(use) {
			mixed = true
			continue
		}
		made, ok := rewrite(scene, use, suffix)
		imports, free := scene.Import(use.Where, use.Expr.Pos(), "sync/atomic")
		if !ok || !free {
			return nil
		}
		edits = append(append(edits, imports...), made)
	}
	if !mixed || len(edits) == 0 {
		return nil
	}
	return []fix.Draft{{Title: message.Of("fix-atomic-everywhere", message.Args{"variable": scene.Subject.Name()}), Edits: edits}}
}

// isAtomic tells whether the address of the variable is given to sync/atomic.
func isAtomic(use fix.Use) bool {
	address, ok := use.Parent().(*ast.UnaryExpr)
	if !ok || address.Op != token.AND {
		return false
	}
	for i, n := range use.Path {
		if n != ast.Node(address) || i+1 >= len(use.Path) {
			continue
		}
		call, ok := use.Path[i+1].(*ast.CallExpr)
		if !ok {
			return false
		}
		sel, ok := call.Fun.(*ast.SelectorExpr)
		if !ok {
			return false
		}
		fn, ok := use.Pkg.TypesInfo.Uses[sel.Sel].(*types.Func)
		return ok && fn.Pkg() != nil && fn.Pkg().Path() == "sync/atomic"
	}
	return false
}

// rewrite makes one plain use atomic.
func rewrite(scene *fix.Scene, use fix.Use, suffix string) (fix.Edit, bool) {
	name := scene.Text(use.File, use.Expr)
	switch n := use.Parent().(type) {
	case *ast.IncDecStmt:
		delta := "1"
		if n.Tok == token.DEC {
			if delta = "-1"; suffix[0] == 'U' {
				delta = "^" + "u" + suffix[1:] + "(0)"
			}
		}
		return fix.Replace(n, "atomic.Add"+suffix+"(&"+name+", "+delta+")"), true
	case *ast.AssignStmt:
		return assign(scene, use, n, name, suffix)
	case *ast.UnaryExpr:
		if n.Op == token.AND {
			return fix.Edit{}, false // somebody else may write it
		}
	}
	return fix.Replace(use.Expr, "atomic.Load"+suffix+"(&"+name+")"), true
}

func assign(scene *fix.Scene, use fix.Use, n *ast.AssignStmt, name, suffix string) (fix.Edit, bool) {
	if n.Lhs[0] != use.Expr {
		for _, lhs := range n.Lhs {
			if lhs == use.Expr {
				return fix.Edit{}, false
			}
		}
		return fix.Replace(use.Expr, "atomic.Load"+suffix+"(&"+name+")"), true
	}
	if len(n.Lhs) != 1 || mentions(use, n.Rhs[0]) {
		return fix.Edit{}, false
	}
	value := scene.Text(use.File, n.Rhs[0])
	switch n.Tok {
	case token.ASSIGN:
		return fix.Replace(n, "atomic.Store"+suffix+"(&"+name+", "+value+")"), true
	case token.ADD_ASSIGN:
		return fix.Replace(n, "atomic.Add"+suffix+"(&"+name+", "+value+")"), true
	}
	return fix.Edit{}, false
}

// mentions tells whether an expression names the variable as well.
func mentions(use fix.Use, expr ast.Expr) bool {
	found := false
	obj := objectOf(use)
	ast.Inspect(expr, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && use.Pkg.TypesInfo.Uses[id] == obj {
			found = true
		}
		return !found
	})
	return found
}

func objectOf(use fix.Use) types.Object {
	switch e := use.Expr.(type) {
	case *ast.Ident:
		return use.Pkg.TypesInfo.Uses[e]
	case *ast.SelectorExpr:
		return use.Pkg.TypesInfo.Uses[e.Sel]
	}
	return nil
}
