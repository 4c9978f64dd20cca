// Package atomicvalue gives a flag or a counter a type of sync/atomic, where
// every use is a single step.
package atomicvalue

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ast/astutil"

	"github.com/go-race-audit/go-race-audit/lint/fix"
	"github.com/go-race-audit/go-race-audit/lint/message"
)

// Pattern is this package's.
var Pattern = fix.Pattern{Name: "atomicvalue", Draft: draft}

// kind is the atomic type for a plain one.
type kind struct {
	plain, atomic string
	convert       bool // its values are of another type than the plain one
}

var kinds = map[types.BasicKind]kind{
	types.Bool: {"bool", "Bool", false}, types.Int: {"int", "Int64", true}, types.Int32: {"int32", "Int32", false},
	types.Int64: {"int64", "Int64", false}, types.Uint32: {"uint32", "Uint32", false}, types.Uint64: {"uint64", "Uint64", false},
}

func draft(scene *fix.Scene) []fix.Draft {
	v := scene.Subject
	if v == nil {
		return nil
	}
	basic, ok := types.Unalias(v.Type()).(*types.Basic)
	if !ok || v.Exported() && v.IsField() {
		return nil
	}
	k, ok := kinds[basic.Kind()]
	where, found := scene.FileAt(v.Pos())
	if !ok || !found || decides(scene) {
		return nil
	}
	imports, free := scene.Import(where, v.Pos(), "sync/atomic")
	edits, declared := declaration(scene, where, k)
	if !free || !declared {
		return nil
	}
	edits = append(edits, imports...)
	for _, use := range scene.Uses {
		edit, ok := rewrite(scene, use, k)
		if !ok {
			return nil
		}
		edits = append(edits, edit)
	}
	return []fix.Draft{{Title: message.Of("fix-atomic-type", message.Args{"variable": v.Name(), "type": "atomic." + k.atomic}), Edits: edits}}
}

// decides tells whether code acts on the value and changes it in one go: steps
// that are atomic each do not make the whole so.
func decides(scene *fix.Scene) bool {
	for _, use := range scene.Uses {
		for i, n := range use.Path {
			branch, ok := n.(*ast.IfStmt)
			if !ok || i == 0 || use.Path[i-1] != ast.Node(branch.Cond) {
				continue
			}
			for _, other := range scene.Uses {
				if other.File == use.File && other.Write && branch.Body.Pos() < other.Expr.Pos() && other.Expr.Pos() < branch.End() {
					return true
				}
			}
		}
	}
	return false
}

// declaration changes the type of a variable or field that starts at zero.
func declaration(scene *fix.Scene, where fix.Where, k kind) ([]fix.Edit, bool) {
	pos := scene.Subject.Pos()
	path, _ := astutil.PathEnclosingInterval(where.File, pos, pos)
	for _, n := range path {
		switch n := n.(type) {
		case *ast.Field:
			if len(n.Names) != 1 || !scene.Subject.IsField() {
				return nil, false
			}
			return []fix.Edit{fix.Replace(n.Type, "atomic."+k.atomic)}, keyless(scene)
		case *ast.ValueSpec:
			if len(n.Names) != 1 || len(n.Values) > 1 || len(n.Values) == 1 && !zero(n.Values[0]) {
				return nil, false
			}
			return []fix.Edit{{Pos: n.Names[0].End(), End: n.End(), Text: " atomic." + k.atomic}}, true
		case *ast.AssignStmt:
			if n.Tok != token.DEFINE || len(n.Lhs) != 1 || !zero(n.Rhs[0]) {
				return nil, false
			}
			return []fix.Edit{fix.Replace(n, "var "+scene.Subject.Name()+" atomic."+k.atomic)}, true
		}
	}
	return nil, false
}

func zero(expr ast.Expr) bool {
	switch e := ast.Unparen(expr).(type) {
	case *ast.BasicLit:
		return e.Value == "0"
	case *ast.Ident:
		return e.Name == "false"
	case *ast.CallExpr: // int64(0)
		return len(e.Args) == 1 && zero(e.Args[0])
	}
	return false
}

// keyless tells whether no composite literal sets the field.
func keyless(scene *fix.Scene) bool {
	for _, pkg := range scene.Packages() {
		for id, obj := range pkg.TypesInfo.Uses {
			if obj.Pos() != scene.Subject.Pos() {
				continue
			}
			where, ok := scene.FileAt(id.Pos())
			if !ok {
				return false
			}
			path, _ := astutil.PathEnclosingInterval(where.File, id.Pos(), id.End())
			if len(path) > 1 {
				if kv, ok := path[1].(*ast.KeyValueExpr); ok && kv.Key == id {
					return false
				}
			}
		}
	}
	return true
}

// rewrite makes one use a call of the atomic type's method.
func rewrite(scene *fix.Scene, use fix.Use, k kind) (fix.Edit, bool) {
	name := scene.Text(use.File, use.Expr)
	switch n := use.Parent().(type) {
	case *ast.IncDecStmt:
		if k.atomic[0] == 'U' && n.Tok == token.DEC {
			return fix.Edit{}, false
		}
		if n.Tok == token.DEC {
			return fix.Replace(n, name+".Add(-1)"), true
		}
		return fix.Replace(n, name+".Add(1)"), true
	case *ast.AssignStmt:
		for _, lhs := range n.Lhs {
			if lhs == use.Expr {
				return store(scene, use, n, name, k)
			}
		}
	case *ast.UnaryExpr:
		if n.Op == token.AND {
			return fix.Edit{}, false
		}
	}
	if use.Write {
		return fix.Edit{}, false
	}
	load := name + ".Load()"
	if k.convert {
		load = "int(" + load + ")"
	}
	return fix.Replace(use.Expr, load), true
}

func store(scene *fix.Scene, use fix.Use, n *ast.AssignStmt, name string, k kind) (fix.Edit, bool) {
	if len(n.Lhs) != 1 || len(n.Rhs) != 1 {
		return fix.Edit{}, false
	}
	for _, other := range scene.Uses { // n = n + 1 is two steps
		if other.File == use.File && n.Rhs[0].Pos() <= other.Expr.Pos() && other.Expr.Pos() < n.Rhs[0].End() {
			return fix.Edit{}, false
		}
	}
	value := scene.Text(use.File, n.Rhs[0])
	if _, literal := n.Rhs[0].(*ast.BasicLit); k.convert && !literal {
		value = "int64(" + value + ")"
	}
	switch n.Tok {
	case token.ASSIGN:
		return fix.Replace(n, name+".Store("+value+")"), true
	case token.ADD_ASSIGN:
		return fix.Replace(n, name+".Add("+value+")"), k.atomic != "Bool"
	}
	return fix.Edit{}, false
}
