package capturedwrite

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/go-race-audit/go-race-audit/lint/launch"
	"github.com/go-race-audit/go-race-audit/lint/syntax"
)

// goroutine is a literal that a function starts.
type goroutine struct {
	site launch.Site
	lit  *ast.FuncLit
	// path are the nodes around the launch, outermost first.
	path []ast.Node
	// loop goes round without waiting, nil if none does.
	loop ast.Stmt
	// after are the statements that follow the launch in its block.
	after  []ast.Stmt
	writes []write
}

// started lists the literals that body itself starts, in the order of the source.
func (c *checker) started(body *ast.BlockStmt) []goroutine {
	var found []goroutine
	var path []ast.Node
	ast.Inspect(body, func(n ast.Node) bool {
		if n == nil {
			path = path[:len(path)-1]
			return true
		}
		if _, ok := n.(*ast.FuncLit); ok {
			return false
		}
		path = append(path, n)
		for _, site := range launch.Of(c.info, n) {
			lit := c.closures.Resolve(c.info, site.Func).Lit
			if lit == nil || site.Trigger != launch.TriggerCall || site.Join == launch.JoinReturn {
				continue
			}
			g := goroutine{site: site, lit: lit, path: slices.Clone(path), writes: c.writes(lit)}
			g.loop, g.after = c.loop(g), following(g.path)
			found = append(found, g)
		}
		return true
	})
	return found
}

// loop is the innermost loop around the launch, if it starts several goroutines
// that nothing in it waits for.
func (c *checker) loop(g goroutine) ast.Stmt {
	for i := len(g.path) - 1; i >= 0; i-- {
		body, _ := syntax.Loop(g.path[i])
		if body == nil {
			continue
		}
		for _, n := range g.path[i:] {
			if block, ok := n.(*ast.BlockStmt); ok && (slices.ContainsFunc(block.List, leaves)) || c.chosen(n, g.path[i]) {
				return nil // one turn alone starts it
			}
		}
		if c.joins(body) {
			return nil
		}
		return g.path[i].(ast.Stmt)
	}
	return nil
}

// chosen: what n holds is for one value of the variable that the loop runs over, so for one
// turn, as far as can be seen.
func (c *checker) chosen(n, loop ast.Node) bool {
	switch n := n.(type) {
	case *ast.SwitchStmt:
		return n.Tag != nil && c.runsOver(loop, n.Tag)
	case *ast.IfStmt:
		equal, ok := n.Cond.(*ast.BinaryExpr)
		return ok && equal.Op == token.EQL && (c.runsOver(loop, equal.X) || c.runsOver(loop, equal.Y))
	}
	return false
}

// runsOver tells whether expr is a variable that the head of the loop declares.
func (c *checker) runsOver(loop ast.Node, expr ast.Expr) bool {
	id, ok := expr.(*ast.Ident)
	if !ok || c.info.Uses[id] == nil {
		return false
	}
	_, declared := syntax.Loop(loop)
	return slices.ContainsFunc(declared, func(variable ast.Expr) bool {
		name, ok := variable.(*ast.Ident)
		return ok && c.info.Defs[name] == c.info.Uses[id]
	})
}

// joins tells whether the turn of a loop waits for what it has started.
func (c *checker) joins(body *ast.BlockStmt) bool {
	return slices.ContainsFunc(body.List, func(stmt ast.Stmt) bool { return c.waits(stmt) && !onlyLaunch(stmt) })
}

// onlyLaunch: group.Go(…) waits for a free place at most.
func onlyLaunch(stmt ast.Stmt) bool {
	expr, ok := stmt.(*ast.ExprStmt)
	if !ok {
		return false
	}
	call, ok := expr.X.(*ast.CallExpr)
	if !ok {
		return false
	}
	fun, ok := call.Fun.(*ast.SelectorExpr)
	return ok && (fun.Sel.Name == "Go" || fun.Sel.Name == "Add")
}

// following are the statements after the innermost statement of a list.
func following(path []ast.Node) []ast.Stmt {
	for i := len(path) - 1; i > 0; i-- {
		list := syntax.Statements(path[i-1])
		for j, stmt := range list {
			if stmt == path[i] {
				return list[j+1:]
			}
		}
	}
	return nil
}

// leaves: the statement goes on elsewhere.
func leaves(stmt ast.Stmt) bool {
	switch s := stmt.(type) {
	case *ast.ReturnStmt:
		return true
	case *ast.BranchStmt:
		return s.Tok == token.BREAK || s.Tok == token.GOTO
	}
	return false
}

// together tells whether both goroutines may run at once: the way from one launch
// to the other exists and waits for nothing.
func (c *checker) together(body *ast.BlockStmt, first, second goroutine) bool {
	common := 0
	for common < len(first.path) && common < len(second.path) && first.path[common] == second.path[common] {
		common++
	}
	if common == 0 || common == len(first.path) || common == len(second.path) {
		return false
	}
	list := syntax.Statements(first.path[common-1])
	from, to := slices.IndexFunc(list, is(first.path[common])), slices.IndexFunc(list, is(second.path[common]))
	if from < 0 || to < 0 { // branches of one statement
		return false
	}
	for _, n := range first.path[common:] {
		if slices.ContainsFunc(syntax.Statements(n), leaves) {
			return false
		}
	}
	for _, stmt := range list[from : to+1] {
		if c.waits(stmt) && !onlyLaunch(stmt) {
			return false
		}
	}
	return true
}

func is(n ast.Node) func(ast.Stmt) bool {
	return func(stmt ast.Stmt) bool { return stmt == n }
}

// use is a use of a variable outside the goroutine.
type use struct {
	node    ast.Node
	written bool
}

// use is the first use of what w changes below stmt, outside literals.
func (c *checker) use(stmt ast.Stmt, w write) *use {
	var found *use
	ast.Inspect(stmt, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit, *ast.DeferStmt, *ast.GoStmt:
			return false
		case *ast.UnaryExpr:
			if n.Op == token.AND { // its address does not read it
				return false
			}
		case *ast.AssignStmt:
			for _, left := range n.Lhs {
				if id, ok := ast.Unparen(left).(*ast.Ident); ok && w.kind == assigned && c.info.Uses[id] == w.variable && id.Name == w.name && found == nil {
					found = &use{id, true}
				}
			}
		case ast.Expr:
			if found == nil && types.ExprString(n) == w.name && c.root(n) == w.variable {
				found = &use{n, false}
			}
		}
		return found == nil
	})
	return found
}
