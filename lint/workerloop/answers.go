package workerloop

import (
	"go/ast"
	"go/token"
	"go/types"
)

// answers: the recovery starts the worker again, or tells someone that it ended:
// it sends, closes, cancels, sets an error or ends the process.
func (c *checker) answers(recovers ast.Node) bool {
	if _, ok := recovers.(*ast.DeferStmt); !ok { // a launching call only recovers
		return false
	}
	found := false
	visited := map[*types.Func]bool{}
	var look func(n ast.Node)
	look = func(root ast.Node) {
		ast.Inspect(root, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.GoStmt, *ast.SendStmt, *ast.IncDecStmt:
				found = true
			case *ast.UnaryExpr: // workers.Add(-1): who starts them sees that one is missing
				found = found || n.Op == token.SUB
			case *ast.CallExpr:
				if c.info.Answers(n) || len(c.info.Sites(n)) > 0 {
					found = true
				}
				callee := c.info.Callee(n)
				if decl := c.info.Decl(callee); decl != nil && !visited[callee] {
					visited[callee] = true
					look(decl.Body)
				}
			case *ast.AssignStmt:
				found = found || c.assignsOuter(n, recovers)
			}
			return !found
		})
	}
	look(recovers)
	return found
}

// assignsOuter: an error that the launching code reads afterwards.
func (c *checker) assignsOuter(assign *ast.AssignStmt, recovers ast.Node) bool {
	for _, left := range assign.Lhs {
		id, ok := ast.Unparen(left).(*ast.Ident)
		if !ok {
			continue
		}
		obj := c.pass.TypesInfo.Uses[id]
		if v, ok := obj.(*types.Var); ok && (v.Pos() < recovers.Pos() || recovers.End() < v.Pos()) && isError(v.Type()) {
			return true
		}
	}
	return false
}

func isError(t types.Type) bool { return types.Identical(t, types.Universe.Lookup("error").Type()) }
