package readlockwrite

import (
	"go/ast"
	"go/token"
	"go/types"

	"github.com/go-race-audit/go-race-audit/lint/syntax"
)

// lock is a mutex that a statement takes.
type lock struct {
	expr  ast.Expr     // c.mu, or c where the mutex is embedded
	mutex types.Object // the field, or the type of what embeds it
	owner types.Object // the variable whose mutex it is
	path  string       // the object as it is written
}

// section is a run of statements under one lock.
type section struct {
	lock  lock
	reads bool // for reading only
	mixed bool // another lock is held or taken in it, or this one given back and taken again
	list  []ast.Stmt
}

// inspect visits what the section itself runs: no literals, and no goroutines.
func (s section) inspect(visit func(ast.Node)) {
	for _, stmt := range s.list {
		ast.Inspect(stmt, func(n ast.Node) bool {
			switch n.(type) {
			case nil, *ast.FuncLit, *ast.GoStmt:
				return false
			}
			visit(n)
			return true
		})
	}
}

// sections finds the critical sections of body, in all its statement lists.
func (c *checker) sections(body *ast.BlockStmt) []section {
	var found []section
	ast.Inspect(body, func(n ast.Node) bool {
		if lit, ok := n.(*ast.FuncLit); ok {
			return lit.Body == body
		}
		list := syntax.Statements(n)
		held := map[string]bool{} // locks that keep all others out
		for i, stmt := range list {
			l, method, ok := c.call(stmt)
			if !ok {
				continue
			}
			name := types.ExprString(l.expr)
			if method == "Lock" || method == "RLock" {
				s := c.section(l, method == "RLock", list[i+1:])
				s.mixed = s.mixed || len(held) > 0
				found = append(found, s)
			}
			switch method {
			case "Lock":
				held[name] = true
			case "Unlock":
				delete(held, name)
			}
		}
		return true
	})
	return found
}

// section cuts the statements after a lock where it is given back.
func (c *checker) section(l lock, reads bool, rest []ast.Stmt) section {
	s := section{lock: l, reads: reads, list: rest}
	for i, stmt := range rest {
		if other, method, ok := c.call(stmt); ok && other.path == l.path && (method == "Unlock" || method == "RUnlock") {
			s.list = rest[:i]
			break
		}
	}
	s.inspect(func(n ast.Node) {
		call, ok := n.(*ast.CallExpr) // if !other.TryLock() { return }
		if !ok {
			return
		}
		if _, method, ok := c.lockCall(call); ok && (method == "Lock" || method == "RLock" || method == "TryLock") {
			s.mixed = true
		}
	})
	return s
}

// call is the lock whose method a statement calls.
func (c *checker) call(stmt ast.Stmt) (lock, string, bool) {
	expr, ok := stmt.(*ast.ExprStmt)
	if !ok {
		return lock{}, "", false
	}
	call, ok := expr.X.(*ast.CallExpr)
	if !ok {
		return lock{}, "", false
	}
	return c.lockCall(call)
}

// lockCall is the lock that a call is a method of.
func (c *checker) lockCall(call *ast.CallExpr) (lock, string, bool) {
	fun, ok := call.Fun.(*ast.SelectorExpr)
	if !ok {
		return lock{}, "", false
	}
	fn, ok := c.info.Uses[fun.Sel].(*types.Func)
	if !ok || fn.Pkg() == nil || fn.Pkg().Path() != "sync" {
		return lock{}, "", false
	}
	l := lock{expr: fun.X}
	switch x := ast.Unparen(fun.X).(type) {
	case *ast.SelectorExpr: // c.mu.RLock()
		if selection := c.info.Selections[x]; selection != nil && selection.Kind() == types.FieldVal && isMutex(selection.Type()) {
			l.mutex, l.owner, l.path = selection.Obj().(*types.Var).Origin(), c.variable(x.X), types.ExprString(x.X)
		}
	case *ast.Ident: // c.RLock()
		if v, ok := c.info.Uses[x].(*types.Var); ok && !isMutex(v.Type()) {
			l.mutex, l.owner, l.path = embedding(v.Type()), v, x.Name
		}
	}
	return l, fun.Sel.Name, true
}

func isMutex(t types.Type) bool {
	if p, ok := t.(*types.Pointer); ok {
		t = p.Elem()
	}
	name := types.TypeString(t, nil)
	return name == "sync.RWMutex" || name == "sync.Mutex"
}

// embedding is the type of an object that has a mutex in it.
func embedding(t types.Type) types.Object {
	if p, ok := t.(*types.Pointer); ok {
		t = p.Elem()
	}
	if named, ok := t.(*types.Named); ok {
		return named.Origin().Obj()
	}
	return nil
}

// variable is the variable at the root of an expression of fields.
func (c *checker) variable(expr ast.Expr) types.Object {
	switch e := ast.Unparen(expr).(type) {
	case *ast.Ident:
		return c.info.Uses[e]
	case *ast.SelectorExpr:
		return c.variable(e.X)
	}
	return nil
}

// fieldOf is the field of the lock's own object that n selects, or nil.
func (c *checker) fieldOf(n ast.Node, l lock) types.Object {
	field, ok := n.(*ast.SelectorExpr)
	if !ok || l.mutex == nil || l.owner == nil || types.ExprString(field.X) != l.path || c.variable(field.X) != l.owner {
		return nil
	}
	selection := c.info.Selections[field]
	if selection == nil || selection.Kind() != types.FieldVal || len(selection.Index()) != 1 {
		return nil
	}
	return selection.Obj().(*types.Var).Origin()
}

// changed are the fields that n assigns, with the structs they are parts of, or whose
// map it changes.
func (c *checker) changed(n ast.Node) (targets []ast.Expr) {
	add := func(e ast.Expr) {
		e = ast.Unparen(e)
		if index, ok := e.(*ast.IndexExpr); ok {
			if _, ok := c.info.TypeOf(index.X).Underlying().(*types.Map); !ok {
				return
			}
			e = ast.Unparen(index.X)
		}
		for {
			field, ok := e.(*ast.SelectorExpr)
			if !ok {
				return
			}
			targets = append(targets, field)
			if _, ok := c.info.TypeOf(field.X).Underlying().(*types.Struct); !ok {
				return
			}
			e = ast.Unparen(field.X) // a part of a struct changes the struct
		}
	}
	switch n := n.(type) {
	case *ast.AssignStmt:
		if n.Tok != token.DEFINE {
			for _, left := range n.Lhs {
				add(left)
			}
		}
	case *ast.IncDecStmt:
		add(n.X)
	case *ast.CallExpr:
		if emptied := syntax.Emptied(c.info, n); emptied != nil {
			add(emptied)
		}
	}
	return targets
}
