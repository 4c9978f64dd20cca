// Package variablemutex guards a variable that several goroutines use, of a
// function or of the package, with a mutex beside it.
package variablemutex

import (
	"go/ast"
	"go/token"
	"go/types"

	"github.com/go-race-audit/go-race-audit/lint/fix"
	"github.com/go-race-audit/go-race-audit/lint/fix/guard"
	"github.com/go-race-audit/go-race-audit/lint/message"
)

// Pattern is this package's.
var Pattern = fix.Pattern{Name: "variablemutex", Draft: draft, Several: true}

func draft(scene *fix.Scene) []fix.Draft {
	v := scene.Subject
	if v == nil || v.IsField() || len(scene.Uses) == 0 {
		return nil
	}
	if mutex, shared := heldSomewhere(scene); mutex != "" {
		edits, ok := guarded(scene, mutex, shared)
		if ok {
			return []fix.Draft{{Title: scene.Hold(mutex, ""), Edits: edits}}
		}
		return nil
	}
	where, ok := scene.FileAt(v.Pos())
	if !ok || !captured(scene, where) {
		return nil
	}
	name := fix.Fresh(where, "mu", v.Name()+"Mu", v.Name()+"Mutex")
	if fix.IsPackageVariable(v) {
		own := fix.Unexported(v.Name())
		name = fix.Fresh(where, own+"Mu", own+"Mutex")
	}
	declaration, declared := scene.Beside(where, v, name, "sync.Mutex")
	edits, ok := guarded(scene, name, false)
	if name == "" || !declared || !ok {
		return nil
	}
	return []fix.Draft{{Title: message.Of("fix-guard", message.Args{"variable": scene.Names("")}), Edits: append(declaration, edits...)}}
}

// captured tells whether another function than its own uses a local variable:
// else each call has one of its own.
func captured(scene *fix.Scene, where fix.Where) bool {
	own := fix.FuncAround(scene.Subject.Pos(), where)
	for _, use := range scene.Uses {
		if fix.IsPackageVariable(scene.Subject) || use.Func() != own {
			return true
		}
	}
	return false
}

// heldSomewhere is a lock under which the variable is used already.
func heldSomewhere(scene *fix.Scene) (lock string, shared bool) {
	for _, use := range scene.Uses {
		for lock, hold := range guard.Held(scene, use.Where, use.Path) {
			if hold.Mode == guard.Free || !token.IsIdentifier(lock) {
				continue
			}
			inner := use.Pkg.Types.Scope().Innermost(use.Expr.Pos())
			if inner == nil {
				continue
			}
			if _, obj := inner.LookupParent(lock, use.Expr.Pos()); obj != nil && sameScope(scene.Subject, obj) {
				return lock, types.TypeString(obj.Type(), nil) == "sync.RWMutex"
			}
		}
	}
	return "", false
}

// sameScope tells whether a lock can be named wherever the variable can.
func sameScope(v *types.Var, lock types.Object) bool {
	return lock.Parent() == v.Parent() || lock.Parent() == v.Pkg().Scope()
}

// guarded locks around every use that another goroutine may meet.
func guarded(scene *fix.Scene, mutex string, shared bool) ([]fix.Edit, bool) {
	var edits []fix.Edit
	var open []fix.Use
	for _, use := range scene.Uses {
		if exempt(scene, use) {
			continue
		}
		if use.Pkg.Types != scene.Subject.Pkg() && use.Pkg.PkgPath != scene.Subject.Pkg().Path() {
			return nil, false // the mutex is not exported
		}
		switch mode := guard.Held(scene, use.Where, use.Path)[mutex].Mode; {
		case mode == guard.Read && use.Write:
			edits = append(edits, guard.Upgrade(scene, use, mutex)...)
		case mode == guard.Free:
			open = append(open, use)
		}
	}
	if len(open) == 0 {
		return edits, len(edits) > 0
	}
	takes := map[token.Pos]bool{}
	for _, use := range open {
		if decl := use.Decl(); decl != nil && use.Func() == ast.Node(decl) {
			takes[decl.Name.Pos()] = true
		}
	}
	plan := guard.Plan{Scene: scene, Lock: func(fix.Use) (string, bool) { return mutex, true }, Shared: shared, Takes: takes}
	made, ok := plan.Edits(open)
	return append(edits, made...), ok
}

// exempt tells whether a use needs no lock: it comes before the goroutines, or
// after they were waited for, and the report saw nothing there.
func exempt(scene *fix.Scene, use fix.Use) bool {
	if scene.Reported(use.File, use.Expr) {
		return false
	}
	if fix.IsPackageVariable(scene.Subject) {
		return use.Decl() == nil || scene.TestFile(use.File) && !scene.Reported(use.File, use.Func())
	}
	decl := use.Decl()
	if decl == nil || use.Func() != fix.FuncAround(scene.Subject.Pos(), use.Where) {
		return false
	}
	first, last := fix.Launches(use.Func())
	return use.Expr.Pos() < first || use.Expr.Pos() > last && waitsBetween(use.Func(), last, use.Expr.Pos())
}

// waitsBetween tells whether the function waits for goroutines between two positions.
func waitsBetween(fn ast.Node, from, to token.Pos) bool {
	found := false
	ast.Inspect(fn, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return n == fn
		case *ast.UnaryExpr:
			found = found || n.Op == token.ARROW && from < n.Pos() && n.Pos() < to
		case *ast.CallExpr:
			if sel, ok := n.Fun.(*ast.SelectorExpr); ok && sel.Sel.Name == "Wait" {
				found = found || from < n.Pos() && n.Pos() < to
			}
		}
		return true
	})
	return found
}
