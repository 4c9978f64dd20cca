// Package syntax answers what several packages ask of Go's syntax trees.
package syntax

import (
	"go/ast"
	"go/token"
	"go/types"
)

// Body is the body of a declared or literal function, or nil.
func Body(fn ast.Node) *ast.BlockStmt {
	switch fn := fn.(type) {
	case *ast.FuncDecl:
		return fn.Body
	case *ast.FuncLit:
		return fn.Body
	}
	return nil
}

// Loop is the body of a loop, nil of anything else, and the variables that its head declares.
func Loop(n ast.Node) (body *ast.BlockStmt, declared []ast.Expr) {
	switch n := n.(type) {
	case *ast.RangeStmt:
		body = n.Body
		if n.Tok == token.DEFINE {
			declared = []ast.Expr{n.Key, n.Value}
		}
	case *ast.ForStmt:
		body = n.Body
		if init, ok := n.Init.(*ast.AssignStmt); ok && init.Tok == token.DEFINE {
			declared = init.Lhs
		}
	}
	return body, declared
}

// Statements is the list of statements that a node holds itself, or nil.
func Statements(n ast.Node) []ast.Stmt {
	switch n := n.(type) {
	case *ast.BlockStmt:
		return n.List
	case *ast.CaseClause:
		return n.Body
	case *ast.CommClause:
		return n.Body
	}
	return nil
}

// Returns tells whether statements end in a return.
func Returns(list []ast.Stmt) bool {
	if len(list) == 0 {
		return false
	}
	_, ok := list[len(list)-1].(*ast.ReturnStmt)
	return ok
}

// Contains tells whether a node below root is as wanted; what stands in function literals does
// not count.
func Contains(root ast.Node, wanted func(n ast.Node) bool) bool {
	found := false
	ast.Inspect(root, func(n ast.Node) bool {
		if _, literal := n.(*ast.FuncLit); literal || n == nil {
			return false
		}
		found = found || wanted(n)
		return !found
	})
	return found
}

// CalledName is the name of the function that is called, without what it is selected from.
func CalledName(call *ast.CallExpr) string {
	switch fun := ast.Unparen(call.Fun).(type) {
	case *ast.Ident:
		return fun.Name
	case *ast.SelectorExpr:
		return fun.Sel.Name
	}
	return ""
}

// IsBuiltin tells whether a call is of the builtin function called name.
func IsBuiltin(info *types.Info, call *ast.CallExpr, name string) bool {
	id, ok := ast.Unparen(call.Fun).(*ast.Ident)
	if !ok || id.Name != name {
		return false
	}
	_, ok = info.Uses[id].(*types.Builtin)
	return ok
}

// Emptied is the map of delete(m, k) and clear(m), nil for other calls.
func Emptied(info *types.Info, call *ast.CallExpr) ast.Expr {
	if len(call.Args) == 0 || !IsBuiltin(info, call, "delete") && !IsBuiltin(info, call, "clear") {
		return nil
	}
	if _, ok := info.TypeOf(call.Args[0]).Underlying().(*types.Map); !ok {
		return nil
	}
	return call.Args[0]
}

// TypeName is the bare name of a named type, behind a pointer or not, "" of any other.
func TypeName(t types.Type) string {
	if p, ok := t.(*types.Pointer); ok {
		t = p.Elem()
	}
	switch t := t.(type) {
	case *types.Named:
		return t.Obj().Name()
	case *types.Alias:
		return t.Obj().Name()
	}
	return ""
}

// IsError tells whether t is the type error itself.
func IsError(t types.Type) bool { return types.Identical(t, types.Universe.Lookup("error").Type()) }
