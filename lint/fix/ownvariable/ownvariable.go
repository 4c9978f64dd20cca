// Package ownvariable gives a goroutine a variable of its own where it shares
// one with the function around it, or with its sisters, for no reason.
package ownvariable

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/astutil"

	"github.com/go-race-audit/go-race-audit/lint/fix"
	"github.com/go-race-audit/go-race-audit/lint/message"
)

// Pattern is this package's.
var Pattern = fix.Pattern{Name: "ownvariable", Draft: draft}

func draft(scene *fix.Scene) []fix.Draft {
	v := scene.Subject
	if v == nil || v.IsField() || len(scene.Uses) == 0 || v.Pkg() == nil || v.Parent() == v.Pkg().Scope() {
		return nil
	}
	where, ok := scene.FileAt(v.Pos())
	if !ok {
		return nil
	}
	outer := fix.FuncAround(v.Pos(), where)
	literals := map[*ast.FuncLit][]fix.Use{}
	for _, use := range scene.Uses {
		if lit, ok := use.Func().(*ast.FuncLit); ok && use.Func() != outer {
			literals[lit] = append(literals[lit], use)
		}
	}
	if edits, ok := moved(scene, where, literals); ok {
		return []fix.Draft{{Title: message.Of("fix-declare-inside", message.Args{"variable": v.Name()}), Edits: edits}}
	}
	var edits []fix.Edit
	for lit, uses := range literals {
		own, ok := shadowed(scene, lit, uses, outer)
		if !ok {
			continue // the other literal may do without
		}
		edits = append(edits, own...)
	}
	if len(edits) == 0 {
		return nil
	}
	return []fix.Draft{{Title: message.Of("fix-own-variable", message.Args{"variable": v.Name()}), Edits: edits}}
}

// moved takes the declaration into the only literal that uses the variable.
func moved(scene *fix.Scene, where fix.Where, literals map[*ast.FuncLit][]fix.Use) ([]fix.Edit, bool) {
	if len(literals) != 1 {
		return nil, false
	}
	for lit, uses := range literals {
		if len(uses) != len(scene.Uses) {
			return nil, false
		}
		stmt, ok := declaration(scene, where)
		if !ok {
			return nil, false
		}
		return []fix.Edit{
			scene.RemoveLines(where.File, stmt),
			scene.AtHead(where.File, lit.Body, scene.Statement(where.File, stmt)),
		}, true
	}
	return nil, false
}

// declaration is the statement that declares nothing but the variable, and whose
// value is made anew each time it runs.
func declaration(scene *fix.Scene, where fix.Where) (ast.Stmt, bool) {
	pos := scene.Subject.Pos()
	path, _ := astutil.PathEnclosingInterval(where.File, pos, pos)
	for i, n := range path {
		switch n := n.(type) {
		case *ast.DeclStmt:
			spec, ok := path[i-2].(*ast.ValueSpec)
			decl := n.Decl.(*ast.GenDecl)
			return n, ok && len(decl.Specs) == 1 && len(spec.Names) == 1 && allFresh(spec.Values)
		case *ast.AssignStmt:
			_, listed := path[i+1].(*ast.BlockStmt)
			return n, listed && n.Tok == token.DEFINE && len(n.Lhs) == 1 && allFresh(n.Rhs)
		}
	}
	return nil, false
}

func allFresh(values []ast.Expr) bool {
	for _, value := range values {
		if !fix.FreshValue(value) {
			return false
		}
	}
	return true
}

// shadowed turns the literal's assignments into declarations, where it reads
// only what it has assigned itself and nobody outside waits for the value.
func shadowed(scene *fix.Scene, lit *ast.FuncLit, uses []fix.Use, outer ast.Node) ([]fix.Edit, bool) {
	if readOutside(scene, lit, outer) || !readInside(uses) {
		return nil, false
	}
	var edits []fix.Edit
	var scopes []span
	for _, use := range uses {
		if covered(scopes, use.Expr.Pos()) {
			continue
		}
		assign, scope, ok := assignment(use)
		if !ok || !alone(assign, use, scene.Subject) {
			return nil, false
		}
		scopes = append(scopes, span{assign.End(), scope.End()})
		edits = append(edits, fix.Edit{Pos: assign.TokPos, End: assign.TokPos + 1, Text: ":="})
	}
	return edits, len(edits) > 0
}

// readInside tells whether the literal looks at what it assigns: else the value
// is for somebody else.
func readInside(uses []fix.Use) bool {
	return slices.ContainsFunc(uses, func(use fix.Use) bool { return !use.Write })
}

type span struct{ pos, end token.Pos }

func covered(scopes []span, pos token.Pos) bool {
	for _, s := range scopes {
		if s.pos <= pos && pos < s.end {
			return true
		}
	}
	return false
}

// assignment is the plain assignment to the variable and the scope that a
// declaration in its place has.
func assignment(use fix.Use) (*ast.AssignStmt, ast.Node, bool) {
	if len(use.Path) < 3 {
		return nil, nil, false
	}
	assign, ok := use.Path[1].(*ast.AssignStmt)
	if !ok || assign.Tok != token.ASSIGN {
		return nil, nil, false
	}
	for _, lhs := range assign.Lhs {
		if lhs == use.Expr {
			return assign, use.Path[2], true
		}
	}
	return nil, nil, false
}

// alone tells whether the assignment is to the variable and to nothing else, and
// does not read it.
func alone(assign *ast.AssignStmt, use fix.Use, v *types.Var) bool {
	for _, lhs := range assign.Lhs {
		id, ok := lhs.(*ast.Ident)
		if !ok || id.Name != "_" && use.Pkg.TypesInfo.Uses[id] != v {
			return false
		}
	}
	reads := false
	for _, rhs := range assign.Rhs {
		ast.Inspect(rhs, func(n ast.Node) bool {
			if id, ok := n.(*ast.Ident); ok && use.Pkg.TypesInfo.Uses[id] == v {
				reads = true
			}
			return true
		})
	}
	return !reads
}

// readOutside tells whether the function around the literal reads what it may
// have assigned: its next use is no plain assignment.
func readOutside(scene *fix.Scene, lit *ast.FuncLit, outer ast.Node) bool {
	for _, use := range scene.Uses {
		if use.Func() != outer || use.Expr.Pos() < lit.End() {
			continue
		}
		_, _, ok := assignment(use)
		if define, isDefine := use.Parent().(*ast.AssignStmt); isDefine && define.Tok == token.DEFINE {
			ok = true // data, err := again()
		}
		return !ok
	}
	return false
}
