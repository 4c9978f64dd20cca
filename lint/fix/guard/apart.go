package guard

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"github.com/go-race-audit/go-race-audit/lint/fix"
)

// apart takes what the statement needs of the variable out of it, so that the
// lock is held for no longer than that: a value is read before the statement,
// what is stored is computed before the lock is taken.
func (p *Plan) apart(g *group, uses []fix.Use, stmt ast.Stmt) ([]fix.Edit, bool) {
	if len(uses) == 1 {
		if edits, ok := p.storeApart(g, uses[0], stmt); ok {
			return edits, true
		}
	}
	if edits, ok := p.snapshot(g, uses, stmt); ok {
		return edits, true
	}
	return p.readApart(g, uses, stmt)
}

// snapshot serves loops that read the same slice or map time and again.
func (p *Plan) snapshot(g *group, uses []fix.Use, stmt ast.Stmt) ([]fix.Edit, bool) {
	switch stmt.(type) {
	case *ast.ForStmt, *ast.RangeStmt:
	default:
		return nil, false
	}
	path := cloner(uses)
	if path == "" {
		return nil, false
	}
	first := uses[0]
	read, name := p.Scene.Text(first.File, first.Expr), p.nameFor(g, first, first.Expr)
	edits, ok := p.Scene.Import(first.Where, first.Expr.Pos(), path)
	if name == "" || !ok {
		return nil, false
	}
	for _, use := range uses {
		if use.Write || p.Scene.Text(use.File, use.Expr) != read {
			return nil, false
		}
		edits = append(edits, fix.Replace(use.Expr, name))
	}
	lock, unlock := p.calls(&group{fn: g.fn, lock: g.lock, uses: uses})
	return append(edits, p.Scene.Before(first.File, stmt, lock+"\n"+name+" := "+path+".Clone("+read+")\n"+unlock)), true
}

// cloner is the package that clones what is used.
func cloner(uses []fix.Use) string {
	if len(uses) == 0 {
		return ""
	}
	switch uses[0].Pkg.TypesInfo.TypeOf(uses[0].Expr).Underlying().(type) {
	case *types.Slice:
		return "slices"
	case *types.Map:
		return "maps"
	}
	return ""
}

// storeApart serves `x.f = wait()`.
func (p *Plan) storeApart(g *group, use fix.Use, stmt ast.Stmt) ([]fix.Edit, bool) {
	assign, ok := stmt.(*ast.AssignStmt)
	if !ok || assign.Tok != token.ASSIGN || len(assign.Lhs) != 1 || len(assign.Rhs) != 1 || assign.Lhs[0] != use.Expr {
		return nil, false
	}
	name := p.nameFor(g, use, use.Expr)
	if name == "" {
		return nil, false
	}
	lock, unlock := p.calls(g)
	return []fix.Edit{
		p.Scene.Before(use.File, stmt, name+" := "+p.Scene.Text(use.File, assign.Rhs[0])+"\n"+lock),
		fix.Replace(assign.Rhs[0], name),
		p.Scene.After(use.File, stmt, unlock),
	}, true
}

// readApart reads the value before the statement.
func (p *Plan) readApart(g *group, uses []fix.Use, stmt ast.Stmt) ([]fix.Edit, bool) {
	var read, name string
	var edits []fix.Edit
	for _, use := range uses {
		expr, ok := value(use, stmt)
		if !ok {
			return nil, false
		}
		text := p.Scene.Text(use.File, expr)
		if read == "" {
			read, name = text, p.nameFor(g, use, expr)
		}
		if text != read || name == "" {
			return nil, false
		}
		edits = append(edits, fix.Replace(expr, name))
	}
	if len(uses) == 0 {
		return nil, false
	}
	reading := &group{fn: g.fn, lock: g.lock, uses: uses}
	lock, unlock := p.calls(reading)
	before := p.Scene.Before(uses[0].File, stmt, lock+"\n"+name+" := "+read+"\n"+unlock)
	return append(edits, before), true
}

// value is the expression around a use that is read once, when the statement begins.
func value(use fix.Use, stmt ast.Stmt) (ast.Expr, bool) {
	if use.Write {
		return nil, false
	}
	expr, child := use.Expr, ast.Node(use.Expr)
	info := use.Pkg.TypesInfo
	for i, n := range use.Path[1:] {
		switch n := n.(type) {
		case *ast.SelectorExpr:
			selection := info.Selections[n]
			if child == ast.Node(expr) && selection != nil && selection.Kind() == types.FieldVal && isStruct(info.TypeOf(expr)) {
				expr = n
			}
		case *ast.IndexExpr:
			if child == ast.Node(expr) && n.X == child {
				if !constant(n.Index) || commaOk(use, n) {
					return nil, false
				}
				expr = n
			}
		case *ast.UnaryExpr:
			if n.Op == token.AND {
				return nil, false
			}
		case *ast.FuncLit, *ast.ForStmt:
			return nil, false
		case *ast.BlockStmt:
			if comm, ok := child.(*ast.CommClause); !ok || comm.Comm != use.Path[i-1] {
				return nil, false
			}
		case *ast.IfStmt:
			if n.Init != nil && n.Init != child || n != stmt {
				return nil, false
			}
		case *ast.RangeStmt:
			if n.X != child {
				return nil, false
			}
		}
		if n == ast.Node(stmt) {
			return expr, plainValue(info.TypeOf(expr))
		}
		child = n
	}
	return nil, false
}

func isStruct(t types.Type) bool {
	_, ok := t.Underlying().(*types.Struct)
	return ok
}

// constant tells whether an index can be evaluated earlier: it is a name or a literal.
func constant(expr ast.Expr) bool {
	switch e := ast.Unparen(expr).(type) {
	case *ast.Ident, *ast.BasicLit:
		return true
	case *ast.SelectorExpr:
		return constant(e.X)
	}
	return false
}

// commaOk tells whether an index gives two values.
func commaOk(use fix.Use, index *ast.IndexExpr) bool {
	_, two := use.Pkg.TypesInfo.TypeOf(index).(*types.Tuple)
	return two
}

// plainValue tells whether a value may be copied: it holds no lock.
func plainValue(t types.Type) bool {
	switch t := t.Underlying().(type) {
	case *types.Basic, *types.Pointer, *types.Chan, *types.Signature, *types.Interface, *types.Slice, *types.Map:
		return true
	case *types.Struct:
		for field := range t.Fields() {
			if IsMutex(field.Type()) || !plainValue(field.Type()) {
				return false
			}
		}
		return true
	}
	return false
}

// nameFor names what is read for the field or variable.
func (p *Plan) nameFor(g *group, use fix.Use, expr ast.Expr) string {
	name := nameOf(expr)
	own := fix.Unexported(name)
	return fix.FreshIn(use.Where, g.fn, own, "current"+exported(name), own+"Now")
}

func nameOf(expr ast.Expr) string {
	switch e := ast.Unparen(expr).(type) {
	case *ast.Ident:
		return e.Name
	case *ast.SelectorExpr:
		return e.Sel.Name
	case *ast.IndexExpr:
		return strings.TrimSuffix(nameOf(e.X), "s")
	}
	return ""
}

func exported(name string) string {
	if name == "" {
		return ""
	}
	return strings.ToUpper(name[:1]) + name[1:]
}
