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
	visited := map[*ast.BlockStmt]bool{}
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
				if body := c.bodyOf(n); body != nil && !visited[body] {
					visited[body] = true
					look(body)
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

// bodyOf is what a call runs, where that is known here: a function of the package, or
// a literal that a variable holds.
func (c *checker) bodyOf(call *ast.CallExpr) *ast.BlockStmt {
	target := c.info.Resolve(call.Fun)
	if target.Lit != nil {
		return target.Lit.Body
	}
	if decl := c.info.Decl(target.Func); decl != nil {
		return decl.Body
	}
	return nil
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
