// Package fieldmutex guards a field with a mutex of its struct: with the one
// that guards it elsewhere, or with a new one.
package fieldmutex

import (
	"go/ast"
	"go/token"
	"go/types"

	"github.com/go-race-audit/go-race-audit/lint/fix"
	"github.com/go-race-audit/go-race-audit/lint/fix/guard"
	"github.com/go-race-audit/go-race-audit/lint/message"
)

// Existing takes a mutex that the struct has.
var Existing = fix.Pattern{Name: "fieldmutex", Draft: existing, Several: true}

// New adds one.
var New = fix.Pattern{Name: "newfieldmutex", Draft: fresh, Several: true}

// candidate is a mutex that may guard the field.
type candidate struct {
	name   string
	pos    token.Pos // of the field; none for a new one
	shared bool      // a sync.RWMutex
	held   int       // uses of the field that hold it
	// embedded: its methods are called on the struct.
	embedded bool
}

// on is the mutex of a struct as it is written.
func (c candidate) on(base string) string {
	if c.embedded {
		return base
	}
	return base + "." + c.name
}

func existing(scene *fix.Scene) []fix.Draft {
	owner, ok := findOwner(scene)
	if !ok {
		return nil
	}
	var drafts []fix.Draft
	for _, mutex := range owner.mutexes(scene) {
		if edits, ok := guarded(scene, mutex); ok {
			drafts = append(drafts, fix.Draft{
				Title: scene.Hold(owner.name+"."+mutex.name, owner.name+"."),
				Edits: edits,
			})
		}
	}
	return drafts
}

func fresh(scene *fix.Scene) []fix.Draft {
	owner, ok := findOwner(scene)
	if !ok || len(existing(scene)) > 0 {
		return nil
	}
	mutex := candidate{name: owner.freshName(scene)}
	declaration, declared := owner.declare(scene, mutex.name)
	edits, ok := guarded(scene, mutex)
	if mutex.name == "" || !declared || !ok {
		return nil
	}
	return []fix.Draft{{
		Title: message.Of("fix-guard", message.Args{"variable": scene.Names(owner.name + ".")}),
		Edits: append(declaration, edits...),
	}}
}

// guarded locks around every use that does not hold the mutex.
func guarded(scene *fix.Scene, mutex candidate) ([]fix.Edit, bool) {
	lockOf := func(use fix.Use) (string, bool) {
		if use.Base == nil || !plain(use.Base) {
			return "", false
		}
		return mutex.on(scene.Text(use.File, use.Base)), true
	}
	var edits []fix.Edit
	var open []fix.Use
	for _, use := range scene.Uses {
		lock, ok := lockOf(use)
		if exempt(scene, use) {
			continue
		}
		if !ok {
			return nil, false
		}
		switch mode := guard.Held(scene, use.Where, use.Path)[lock].Mode; {
		case mode == guard.Read && use.Write:
			edits = append(edits, guard.Upgrade(scene, use, lock)...)
		case mode == guard.Free:
			open = append(open, use)
		}
	}
	open, takes := underCallers(scene, open, lockOf, mutex)
	if len(open) == 0 {
		return edits, len(edits) > 0
	}
	plan := guard.Plan{Scene: scene, Lock: lockOf, Shared: mutex.shared, Takes: takes}
	made, ok := plan.Edits(open)
	return append(edits, made...), ok
}

// plain tells whether an expression may be written twice: it is made of names.
func plain(expr ast.Expr) bool {
	switch e := ast.Unparen(expr).(type) {
	case *ast.Ident:
		return true
	case *ast.SelectorExpr:
		return plain(e.X)
	}
	return false
}

// exempt tells whether a use needs no lock: nobody else knows the struct yet, or
// a test looks at it where the report saw nothing.
func exempt(scene *fix.Scene, use fix.Use) bool {
	if scene.Reported(use.File, use.Expr) {
		return false
	}
	if scene.TestFile(use.File) && !methodOfTest(scene, use) {
		return use.Func() == nil || !scene.Reported(use.File, use.Func())
	}
	root, ok := ast.Unparen(use.Base).(*ast.Ident)
	if !ok || use.Decl() == nil {
		return false
	}
	local, ok := use.Pkg.TypesInfo.Uses[root].(*types.Var)
	return ok && use.Func() == use.Decl() && use.Decl().Body != nil &&
		use.Decl().Body.Pos() < local.Pos() && local.Pos() < use.Decl().Body.End() && made(use, local)
}

// methodOfTest tells whether a use lies in a method, and its struct in a test.
func methodOfTest(scene *fix.Scene, use fix.Use) bool {
	where, ok := scene.FileAt(scene.Subject.Pos())
	decl := use.Decl()
	return ok && scene.TestFile(where.File) && decl != nil && decl.Recv != nil
}

// made tells whether a local variable holds a struct that was made right there.
func made(use fix.Use, local *types.Var) bool {
	found := false
	ast.Inspect(use.Decl().Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			for i, lhs := range n.Lhs {
				if lhs.Pos() == local.Pos() && i < len(n.Rhs) {
					found = isNew(n.Rhs[i])
				}
			}
		case *ast.ValueSpec:
			for i, name := range n.Names {
				if name.Pos() == local.Pos() {
					found = len(n.Values) == 0 || i < len(n.Values) && isNew(n.Values[i])
				}
			}
		}
		return !found
	})
	return found
}

func isNew(expr ast.Expr) bool {
	switch e := ast.Unparen(expr).(type) {
	case *ast.UnaryExpr:
		return e.Op == token.AND && isNew(e.X)
	case *ast.CompositeLit:
		return true
	case *ast.CallExpr:
		id, ok := e.Fun.(*ast.Ident)
		return ok && id.Name == "new"
	}
	return false
}
