package capturedwrite

import (
	"go/ast"
	"go/token"
	"go/types"
	"regexp"

	"github.com/go-race-audit/go-race-audit/lint/syntax"
)

// kind is what is changed.
type kind int

const (
	assigned kind = iota
	inMap
	appended
)

func (k kind) section() string { return [...]string{SectionVariable, SectionMap, SectionSlice}[k] }

func (k kind) category() string { return [...]string{"variable", "map", "append"}[k] }

// write is a change of a variable that a literal captures.
type write struct {
	kind     kind
	variable *types.Var
	// key tells whether two writes are of the same thing; name is how it is written.
	key, name string
	of        types.Type
	node      ast.Node
	// once: a condition lets one goroutine through, so far as can be seen.
	once bool
}

func (w write) typ(pkg *types.Package) string {
	return types.TypeString(w.of, types.RelativeTo(pkg))
}

// declaredIn tells whether each turn of the loop has a variable of its own.
func (w write) declaredIn(loop ast.Node) bool {
	return loop.Pos() <= w.variable.Pos() && w.variable.Pos() < loop.End()
}

// writes lists what lit changes of its surroundings without any sign of order.
func (c *checker) writes(lit *ast.FuncLit) []write {
	s := &writeSearch{checker: c, lit: lit}
	s.walk(lit.Body, false)
	return s.found
}

// writeSearch goes through one literal in the order of its source.
type writeSearch struct {
	*checker
	lit     *ast.FuncLit
	ordered bool // something before may order the goroutines
	found   []write
}

func (s *writeSearch) walk(root ast.Node, once bool) {
	ast.Inspect(root, func(n ast.Node) bool {
		if s.ordered || n == nil {
			return false
		}
		if n == root {
			return true
		}
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.DeferStmt: // defer func() { err = … }()
			if lit, ok := n.Call.Fun.(*ast.FuncLit); ok && !s.orders(lit.Body) {
				s.walk(lit.Body, once)
			}
			return false
		case *ast.IfStmt:
			if n.Init != nil {
				s.walk(&ast.BlockStmt{List: []ast.Stmt{n.Init}}, once)
			}
			s.ordered = s.ordered || s.orders(n.Cond)
			s.walk(n.Body, once || singles(n.Cond))
			if n.Else != nil {
				s.walk(&ast.BlockStmt{List: []ast.Stmt{n.Else}}, once || singles(n.Cond))
			}
			return false
		case *ast.SwitchStmt:
			if n.Tag != nil {
				s.walk(n.Body, true)
				return false
			}
		case *ast.SendStmt:
			s.ordered = true
		case *ast.CallExpr:
			s.ordered = s.ordered || s.locks(n)
			if emptied := syntax.Emptied(s.info, n); emptied != nil {
				s.add(emptied, inMap, n, once)
			}
		case *ast.UnaryExpr:
			s.ordered = s.ordered || n.Op == token.ARROW && !s.ends(n.X)
		case *ast.AssignStmt:
			for _, right := range n.Rhs {
				s.walk(&ast.ExprStmt{X: right}, once)
			}
			if n.Tok != token.DEFINE {
				for i, left := range n.Lhs {
					s.assign(left, nth(n, i), n, once)
				}
			}
			return false
		case *ast.IncDecStmt:
			s.assign(n.X, nil, n, once)
		}
		return true
	})
}

// nth is what the i-th variable of an assignment is given, nil if a call gives all.
func nth(n *ast.AssignStmt, i int) ast.Expr {
	if len(n.Lhs) != len(n.Rhs) {
		return nil
	}
	return n.Rhs[i]
}

// assign notes the change of left.
func (s *writeSearch) assign(left, right ast.Expr, node ast.Node, once bool) {
	if s.ordered {
		return
	}
	what := assigned
	if index, ok := ast.Unparen(left).(*ast.IndexExpr); ok {
		if _, ok := s.info.TypeOf(index.X).Underlying().(*types.Map); !ok {
			return // an element of a slice is mostly the goroutine's own
		}
		left, what = index.X, inMap
	}
	if call, ok := right.(*ast.CallExpr); ok && what == assigned && syntax.IsBuiltin(s.info, call, "append") {
		what = appended
	}
	s.add(left, what, node, once)
}

func (s *writeSearch) add(expr ast.Expr, what kind, node ast.Node, once bool) {
	v := s.root(expr)
	if v == nil || s.lit.Pos() <= v.Pos() && v.Pos() < s.lit.End() {
		return
	}
	name := types.ExprString(expr)
	s.found = append(s.found, write{kind: what, variable: v, key: s.pass.Fset.Position(v.Pos()).String() + name, name: name, of: s.info.TypeOf(expr), node: node, once: once})
}

// root is the local variable that expr is, or is a field of by value.
func (c *checker) root(expr ast.Expr) *types.Var {
	switch e := ast.Unparen(expr).(type) {
	case *ast.Ident:
		v, ok := c.info.Uses[e].(*types.Var)
		if ok && !v.IsField() && v.Pkg() == c.pass.Pkg && v.Parent() != c.pass.Pkg.Scope() {
			return v
		}
	case *ast.SelectorExpr:
		selection := c.info.Selections[e]
		if selection == nil || selection.Kind() != types.FieldVal {
			return nil
		}
		if _, ok := c.info.TypeOf(e.X).Underlying().(*types.Struct); ok {
			return c.root(e.X)
		}
	}
	return nil
}

// singles tells whether a condition may hold for one goroutine alone: a
// comparison with anything but nil, zero, true or an empty string, or a swap.
func singles(cond ast.Expr) bool {
	found := false
	ast.Inspect(cond, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.BinaryExpr:
			found = found || n.Op == token.EQL && !plain(n.X) && !plain(n.Y)
		case *ast.CallExpr:
			found = found || swaps.MatchString(types.ExprString(n.Fun))
		}
		return !found
	})
	return found
}

// swaps matches atomic operations of which one alone succeeds.
var swaps = regexp.MustCompile(`CompareAndSwap|Swap|\.Add|LoadOrStore|TryLock`)

func plain(e ast.Expr) bool {
	id, ok := ast.Unparen(e).(*ast.Ident)
	return ok && (id.Name == "nil" || id.Name == "true" || id.Name == "false")
}
