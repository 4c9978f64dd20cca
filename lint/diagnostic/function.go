package diagnostic

import (
	"go/ast"
	"go/token"
	"go/types"
	"strconv"
	"strings"
)

// Function names the function of file that encloses pos as the race detector
// prints it, without the package path: "F", "(*T).M", "T.M", "F.func1",
// "F.func1.2". Literals of package variables count from "init.func1" in each
// file. It is "" outside every function.
func Function(file *ast.File, pos token.Pos) string {
	inits := 0
	for _, decl := range file.Decls {
		inside := decl.Pos() <= pos && pos < decl.End()
		if fn, ok := decl.(*ast.FuncDecl); ok {
			if inside {
				return declName(fn) + literals(fn, pos, 0)
			}
			continue
		}
		if !inside {
			_, n := literalAt(decl, token.NoPos)
			inits += n
			continue
		}
		if suffix := literals(decl, pos, inits); suffix != "" {
			return "init" + suffix
		}
	}
	return ""
}

// FuncName names a declared function in the same way.
func FuncName(fn *types.Func) string {
	recv := fn.Signature().Recv()
	if recv == nil {
		return fn.Name()
	}
	t, open, shut := recv.Type(), "", ""
	if pointer, ok := types.Unalias(t).(*types.Pointer); ok {
		t, open, shut = pointer.Elem(), "(*", ")"
	}
	name := "?"
	if named, ok := types.Unalias(t).(*types.Named); ok {
		name = named.Obj().Name()
		if named.TypeParams().Len() > 0 {
			name += "[...]"
		}
	}
	return open + name + shut + "." + fn.Name()
}

// FieldName names a field as the tests' reports and others do, "Server.requests", and any
// other expression as it is written.
func FieldName(info *types.Info, expr ast.Expr) string {
	field, ok := expr.(*ast.SelectorExpr)
	if !ok || info.Selections[field] == nil {
		return types.ExprString(expr)
	}
	t := info.TypeOf(field.X)
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	if named, ok := types.Unalias(t).(*types.Named); ok {
		return named.Obj().Name() + "." + field.Sel.Name
	}
	return types.ExprString(expr)
}

// declName is the name of a declared function with its receiver.
func declName(fn *ast.FuncDecl) string {
	if fn.Recv == nil || len(fn.Recv.List) == 0 {
		return fn.Name.Name
	}
	recv, open, shut := ast.Unparen(fn.Recv.List[0].Type), "", ""
	if star, ok := recv.(*ast.StarExpr); ok {
		recv, open, shut = ast.Unparen(star.X), "(*", ")"
	}
	params := ""
	switch generic := recv.(type) {
	case *ast.IndexExpr:
		recv, params = generic.X, "[...]"
	case *ast.IndexListExpr:
		recv, params = generic.X, "[...]"
	}
	name := "?"
	if id, ok := recv.(*ast.Ident); ok {
		name = id.Name
	}
	return open + name + params + shut + "." + fn.Name.Name
}

// literals is the suffix of the function literals between root and pos: the
// compiler numbers them per enclosing function, ".func2" at the first level
// and ".3" below it. The first before literals of the first level come earlier.
func literals(root ast.Node, pos token.Pos, before int) string {
	var suffix strings.Builder
	for depth := 0; ; depth++ {
		lit, index := literalAt(root, pos)
		if lit == nil {
			return suffix.String()
		}
		suffix.WriteByte('.')
		if depth == 0 {
			suffix.WriteString("func")
			index += before
		}
		suffix.WriteString(strconv.Itoa(index))
		root = lit.Body
	}
}

// literalAt finds the outermost function literal in root that encloses pos, and
// its number among the outermost ones.
func literalAt(root ast.Node, pos token.Pos) (found *ast.FuncLit, index int) {
	ast.Inspect(root, func(n ast.Node) bool {
		lit, ok := n.(*ast.FuncLit)
		if !ok || found != nil {
			return found == nil
		}
		index++
		if lit.Pos() <= pos && pos < lit.End() {
			found = lit
		}
		return false
	})
	return found, index
}
