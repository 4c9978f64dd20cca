package fix

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ast/astutil"
)

// Use is one place that names a variable.
type Use struct {
	Where
	// Path leads from Expr outwards.
	Path []ast.Node
	// Expr is the variable's name, or the selector of a field.
	Expr ast.Expr
	// Base is what a field is selected from; nil for variables.
	Base  ast.Expr
	Write bool
}

// UsesOf lists where a variable or function is named, but for its declaration
// and the keys of composite literals.
func (s *Scene) UsesOf(of types.Object) []Use {
	var uses []Use
	for _, pkg := range s.Packages() {
		for _, file := range pkg.Syntax {
			ast.Inspect(file, func(n ast.Node) bool {
				id, ok := n.(*ast.Ident)
				if !ok {
					return true
				}
				if obj := pkg.TypesInfo.Uses[id]; obj == nil || obj.Pos() != of.Pos() {
					return true
				}
				if use := s.use(Where{pkg, file}, id); !use.key() {
					uses = append(uses, use)
				}
				return true
			})
		}
	}
	return uses
}

func (s *Scene) use(where Where, id *ast.Ident) Use {
	path, _ := astutil.PathEnclosingInterval(where.File, id.Pos(), id.End())
	use := Use{Where: where, Expr: id, Path: path}
	if len(path) > 1 {
		if sel, ok := path[1].(*ast.SelectorExpr); ok && sel.Sel == id {
			use.Expr, use.Base, use.Path = sel, sel.X, path[1:]
		}
	}
	use.Write = writes(use, where)
	return use
}

// parent is the node around Expr.
func (u Use) parent() ast.Node {
	if len(u.Path) < 2 {
		return nil
	}
	return u.Path[1]
}

// Parent is the node around Expr, parentheses left out.
func (u Use) Parent() ast.Node {
	for _, n := range u.Path[1:] {
		if _, ok := n.(*ast.ParenExpr); !ok {
			return n
		}
	}
	return nil
}

func (u Use) key() bool {
	kv, ok := u.parent().(*ast.KeyValueExpr)
	if !ok || kv.Key != u.Expr || len(u.Path) < 3 {
		return false
	}
	lit, ok := u.Path[2].(*ast.CompositeLit)
	return ok && u.Base == nil && lit != nil
}

// selected tells whether a field or method is selected from the variable.
func (u Use) selected() bool {
	sel, ok := u.parent().(*ast.SelectorExpr)
	if !ok || sel.X != u.Expr {
		return false
	}
	selection := u.Pkg.TypesInfo.Selections[sel]
	return selection != nil && selection.Kind() == types.FieldVal
}

// Method is the name of the method that is called on the variable, or "".
func (u Use) Method() string {
	sel, ok := u.parent().(*ast.SelectorExpr)
	if !ok || sel.X != u.Expr || len(u.Path) < 3 {
		return ""
	}
	if call, ok := u.Path[2].(*ast.CallExpr); ok && call.Fun == sel {
		return sel.Sel.Name
	}
	return ""
}

// Func is the innermost function around the use: a declaration, or a literal
// that is not merely run in place.
func (u Use) Func() ast.Node {
	for i, n := range u.Path {
		switch n := n.(type) {
		case *ast.FuncDecl:
			return n
		case *ast.FuncLit:
			if !inPlace(n, u.Path[i+1:], u.Pkg.TypesInfo) {
				return n
			}
		}
	}
	return nil
}

// Decl is the declared function around the use.
func (u Use) Decl() *ast.FuncDecl {
	for _, n := range u.Path {
		if decl, ok := n.(*ast.FuncDecl); ok {
			return decl
		}
	}
	return nil
}

// inPlace tells whether the function around a literal waits for it: it is called
// there, or given to a function that does nothing else with it.
func inPlace(lit *ast.FuncLit, around []ast.Node, info *types.Info) bool {
	if len(around) < 2 {
		return false
	}
	call, ok := around[0].(*ast.CallExpr)
	if !ok {
		return false
	}
	switch around[1].(type) {
	case *ast.GoStmt, *ast.DeferStmt:
		return false
	}
	if ast.Unparen(call.Fun) == lit {
		return true
	}
	sel, ok := call.Fun.(*ast.SelectorExpr)
	if !ok {
		return false
	}
	fn, ok := info.Uses[sel.Sel].(*types.Func)
	if !ok || fn.Pkg() == nil {
		return false
	}
	switch fn.Pkg().Path() {
	case "sort", "slices", "maps", "strings", "bytes":
		return true
	case "sync":
		return fn.Name() == "Do" || fn.Name() == "Range"
	}
	return false
}

// writes tells whether a use may change the variable: it is assigned to, its
// address is taken, or a method with a pointer receiver is called.
func writes(u Use, where Where) bool {
	child := ast.Node(u.Expr)
	for _, n := range u.Path[1:] {
		switch n := n.(type) {
		case *ast.ParenExpr, *ast.StarExpr:
		case *ast.IndexExpr:
			if n.X != child {
				return false
			}
		case *ast.SelectorExpr:
			if selection := where.Pkg.TypesInfo.Selections[n]; selection != nil && selection.Kind() == types.MethodVal {
				recv := selection.Obj().(*types.Func).Signature().Recv()
				_, pointer := recv.Type().Underlying().(*types.Pointer)
				return pointer
			}
		case *ast.UnaryExpr:
			return n.Op == token.AND
		case *ast.IncDecStmt:
			return true
		case *ast.AssignStmt:
			for _, lhs := range n.Lhs {
				if lhs == child {
					return true
				}
			}
			return false
		case *ast.RangeStmt:
			return n.Tok == token.ASSIGN && (n.Key == child || n.Value == child)
		case *ast.CallExpr:
			id, ok := n.Fun.(*ast.Ident)
			return ok && (id.Name == "delete" || id.Name == "clear") && len(n.Args) > 0 && n.Args[0] == child
		default:
			return false
		}
		child = n
	}
	return false
}
