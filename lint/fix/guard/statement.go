package guard

import (
	"go/ast"
	"go/token"

	"github.com/go-race-audit/go-race-audit/lint/fix"
	"github.com/go-race-audit/go-race-audit/lint/syntax"
)

// statement finds the statement to lock for a use: the innermost one, or the
// one around a literal that is run in place.
func statement(use fix.Use) (list []ast.Stmt, index int, ok bool) {
	fn := use.Func()
	for i, n := range use.Path {
		if n == fn {
			return list, index, ok
		}
		if i == 0 {
			continue
		}
		if _, literal := n.(*ast.FuncLit); literal {
			ok = false
			continue
		}
		if ok {
			continue
		}
		list, index, ok = position(n, use.Path[i-1])
	}
	return nil, 0, false
}

// position finds a statement in the list that n is.
func position(n, stmt ast.Node) ([]ast.Stmt, int, bool) {
	switch stmt.(type) {
	case *ast.CaseClause, *ast.CommClause:
		return nil, 0, false // the list of a switch holds no statements
	}
	list := syntax.Statements(n)
	for i, s := range list {
		if s == stmt {
			_, labeled := s.(*ast.LabeledStmt)
			return list, i, !labeled
		}
	}
	return nil, 0, false
}

// exits are the statements in stmt that leave it.
func exits(stmt ast.Stmt) []ast.Stmt {
	var found []ast.Stmt
	var walk func(n ast.Node, loop, choice bool)
	walk = func(n ast.Node, loop, choice bool) {
		ast.Inspect(n, func(child ast.Node) bool {
			switch c := child.(type) {
			case *ast.FuncLit:
				return false
			case *ast.ReturnStmt:
				found = append(found, c)
			case *ast.BranchStmt:
				inside := c.Tok == token.BREAK && (loop || choice) || c.Tok == token.CONTINUE && loop || c.Tok == token.FALLTHROUGH
				if !inside || c.Label != nil {
					found = append(found, c)
				}
			case *ast.ForStmt, *ast.RangeStmt:
				if child != n {
					walk(child, true, choice)
					return false
				}
			case *ast.SwitchStmt, *ast.TypeSwitchStmt, *ast.SelectStmt:
				if child != n {
					walk(child, loop, true)
					return false
				}
			}
			return true
		})
	}
	switch stmt.(type) {
	case *ast.ForStmt, *ast.RangeStmt:
		walk(stmt, true, false)
	case *ast.SwitchStmt, *ast.TypeSwitchStmt, *ast.SelectStmt:
		walk(stmt, false, true)
	default:
		walk(stmt, false, false)
	}
	return found
}
