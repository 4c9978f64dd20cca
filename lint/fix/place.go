package fix

import (
	"go/ast"
	"go/token"
	"math"
	"slices"

	"golang.org/x/tools/go/ast/astutil"

	"github.com/go-race-audit/go-race-audit/lint/syntax"
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

// StatementAt leads from the innermost statement of a list that covers a line
// outwards; nil where there is none.
func (s *Scene) StatementAt(where Where, line int) []ast.Node {
	var stack, found []ast.Node
	ast.Inspect(where.File, func(n ast.Node) bool {
		if n == nil {
			stack = stack[:len(stack)-1]
			return true
		}
		if s.Line(n.Pos()) > line || s.Line(n.End()) < line {
			return false
		}
		stack = append(stack, n)
		if stmt, ok := n.(ast.Stmt); ok && len(stack) > 1 && listed(stack[len(stack)-2], stmt) {
			found = slices.Clone(stack)
		}
		return true
	})
	slices.Reverse(found)
	return found
}

func listed(parent ast.Node, stmt ast.Stmt) bool {
	return slices.Contains(syntax.Statements(parent), stmt)
}

// TypeAround is the name of the declared type that holds a position, or "".
func TypeAround(scene *Scene, pos token.Pos) string {
	where, ok := scene.FileAt(pos)
	if !ok {
		return ""
	}
	path, _ := astutil.PathEnclosingInterval(where.File, pos, pos)
	for _, n := range path {
		if spec, ok := n.(*ast.TypeSpec); ok {
			return spec.Name.Name
		}
	}
	return ""
}
