package guard

import (
	"go/ast"
	"go/token"
	"go/types"

	"github.com/go-race-audit/go-race-audit/lint/fix"
)

// mutexOf is the field or variable whose method sel is: an embedded mutex has its
// methods called on the struct.
func mutexOf(info *types.Info, sel *ast.SelectorExpr) *types.Var {
	if selection := info.Selections[sel]; selection != nil {
		if index := selection.Index(); len(index) > 1 {
			return fieldAt(selection.Recv(), index[:len(index)-1])
		}
	}
	var v *types.Var
	switch x := ast.Unparen(sel.X).(type) {
	case *ast.Ident:
		v, _ = info.Uses[x].(*types.Var)
	case *ast.SelectorExpr:
		v, _ = info.Uses[x.Sel].(*types.Var)
	}
	return v
}

// fieldAt follows a path of fields.
func fieldAt(t types.Type, index []int) *types.Var {
	var field *types.Var
	for _, i := range index {
		if ptr, ok := t.Underlying().(*types.Pointer); ok {
			t = ptr.Elem()
		}
		s, ok := t.Underlying().(*types.Struct)
		if !ok || i >= s.NumFields() {
			return nil
		}
		field = s.Field(i)
		t = field.Type()
	}
	return field
}

// Takers are the functions, by the position of their name, that lock a mutex
// themselves.
func Takers(scene *fix.Scene, mutex token.Pos) map[token.Pos]bool {
	takes := map[token.Pos]bool{}
	if !mutex.IsValid() {
		return takes
	}
	for _, pkg := range scene.Packages() {
		for _, file := range pkg.Syntax {
			for _, decl := range file.Decls {
				if fn, ok := decl.(*ast.FuncDecl); ok && fn.Body != nil && locks(pkg.TypesInfo, fn.Body, mutex) {
					takes[fn.Name.Pos()] = true
				}
			}
		}
	}
	return takes
}

func locks(info *types.Info, body *ast.BlockStmt, mutex token.Pos) bool {
	found := false
	inspect(body, func(n ast.Node) {
		sel, ok := n.(*ast.SelectorExpr)
		if !ok || sel.Sel.Name != "Lock" && sel.Sel.Name != "RLock" || !isLock(info, sel) {
			return
		}
		if v := mutexOf(info, sel); v != nil && v.Pos() == mutex {
			found = true
		}
	})
	return found
}
