package fix

import (
	"go/ast"
	"go/token"
	"math"

	"golang.org/x/tools/go/ast/astutil"
)

// Launches spans the places of a function where code is handed over that may
// run beside it: go statements, and literals given away. Without any, first lies
// behind everything.
func Launches(fn ast.Node) (first, last token.Pos) {
	first = math.MaxInt32
	ast.Inspect(fn, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.GoStmt:
			first, last = min(first, n.Pos()), max(last, n.End())
		case *ast.FuncLit:
			if n != fn {
				first, last = min(first, n.Pos()), max(last, n.End())
				return false
			}
		}
		return true
	})
	return first, last
}

// FuncAround is the innermost function that holds a position of the file.
func FuncAround(pos token.Pos, where Where) ast.Node {
	path, _ := astutil.PathEnclosingInterval(where.File, pos, pos)
	for _, n := range path {
		switch n.(type) {
		case *ast.FuncDecl, *ast.FuncLit:
			return n
		}
	}
	return nil
}
