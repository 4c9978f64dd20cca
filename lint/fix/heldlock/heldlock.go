// Package heldlock takes a lock at every access that some access of the report
// holds already, wherever that lock is: in the struct around, or in a caller.
package heldlock

import (
	"cmp"
	"go/ast"
	"go/types"
	"slices"

	"github.com/go-race-audit/go-race-audit/lint/fix"
	"github.com/go-race-audit/go-race-audit/lint/fix/guard"
	"github.com/go-race-audit/go-race-audit/lint/message"
)

// Pattern is this package's.
var Pattern = fix.Pattern{Name: "heldlock", Draft: draft}

// access is one side of the race with the locks that it holds.
type access struct {
	stack []fix.Site
	held  map[*types.Var]hold
	write bool
}

// hold is a lock with the place where it is taken.
type hold struct {
	mode guard.Mode
	site fix.Site
	path []ast.Node
	text string
}

func draft(scene *fix.Scene) []fix.Draft {
	accesses := read(scene)
	var drafts []fix.Draft
	for _, mutex := range mutexes(accesses) {
		if edits, ok := everywhere(scene, accesses, mutex); ok {
			drafts = append(drafts, fix.Draft{Title: message.Of("fix-hold-everywhere", message.Args{"mutex": nameOf(scene, mutex)}), Edits: edits})
		}
	}
	return drafts
}

func read(scene *fix.Scene) []access {
	var found []access
	for _, site := range scene.Sites {
		a := access{stack: scene.Stack(site.Access), held: map[*types.Var]hold{}, write: site.Operation == "write"}
		for _, at := range a.stack {
			path := scene.StatementAt(at.Where, at.Line)
			for text, held := range guard.Held(scene, at.Where, path) {
				if _, known := a.held[held.Mutex]; held.Mode != guard.Free && held.Mutex != nil && !known {
					a.held[held.Mutex] = hold{held.Mode, at, path, text}
				}
			}
		}
		found = append(found, a)
	}
	return found
}

// mutexes are all that some access holds, the one that most hold first.
func mutexes(accesses []access) []*types.Var {
	counts := map[*types.Var]int{}
	for _, a := range accesses {
		for mutex := range a.held {
			counts[mutex]++
		}
	}
	var all []*types.Var
	for mutex := range counts {
		all = append(all, mutex)
	}
	slices.SortFunc(all, func(a, b *types.Var) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a.Pos(), b.Pos()))
	})
	return all
}

// everywhere locks where an access does not hold the mutex, and for writing where
// it writes under half of it.
func everywhere(scene *fix.Scene, accesses []access, mutex *types.Var) ([]fix.Edit, bool) {
	var edits []fix.Edit
	var open []fix.Use
	locks := map[ast.Expr]string{}
	for _, a := range accesses {
		held, ok := a.held[mutex]
		switch {
		case ok && held.mode == guard.Read && a.write:
			use := fix.Use{Where: held.site.Where, Path: held.path}
			edits = append(edits, guard.Upgrade(scene, use, held.text)...)
		case !ok:
			use, lock, found := bare(scene, a, mutex)
			if !found {
				return nil, false
			}
			locks[use.Expr] = lock
			open = append(open, use)
		}
	}
	if len(open) == 0 {
		return edits, len(edits) > 0
	}
	plan := guard.Plan{
		Scene: scene, Statements: true, Takes: guard.Takers(scene, mutex.Pos()),
		Shared: types.TypeString(mutex.Type(), nil) == "sync.RWMutex",
		Lock:   func(use fix.Use) (string, bool) { return locks[use.Expr], true },
	}
	made, ok := plan.Edits(open)
	return append(edits, made...), ok
}

// bare finds the innermost line of an access where the mutex can be named.
func bare(scene *fix.Scene, a access, mutex *types.Var) (fix.Use, string, bool) {
	for _, site := range a.stack {
		path := scene.StatementAt(site.Where, site.Line)
		if len(path) == 0 {
			continue
		}
		use := fix.Use{Where: site.Where, Path: path, Write: a.write}
		if !mutex.IsField() {
			if name, ok := visible(site, path[0], mutex); ok {
				use.Expr = placeholder(path[0])
				return use, name, use.Expr != nil
			}
			continue
		}
		owner := ownerIn(site, path, mutex)
		if owner == nil {
			continue
		}
		use.Expr = placeholder(path[0])
		if path[0].Pos() <= owner.Pos() && owner.Pos() < path[0].End() {
			use.Base = owner
		}
		return use, lockOf(scene, site, owner, mutex), use.Expr != nil
	}
	return fix.Use{}, "", false
}

// placeholder is any name of the statement: it stands for all of it.
func placeholder(stmt ast.Node) ast.Expr {
	var found ast.Expr
	ast.Inspect(stmt, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && found == nil {
			found = id
		}
		return found == nil
	})
	return found
}

// visible tells whether a variable is what its name means at a node.
func visible(site fix.Site, at ast.Node, v *types.Var) (string, bool) {
	scope := site.Pkg.Types.Scope().Innermost(at.Pos())
	if scope == nil {
		return "", false
	}
	_, obj := scope.LookupParent(v.Name(), at.Pos())
	return v.Name(), obj != nil && obj.Pos() == v.Pos()
}

// ownerIn is an expression of the statement, or the receiver or a parameter of
// the function, that holds the mutex.
func ownerIn(site fix.Site, path []ast.Node, mutex *types.Var) ast.Expr {
	var found ast.Expr
	look := func(n ast.Node) bool {
		if _, ok := n.(*ast.FuncLit); ok || found != nil {
			return false
		}
		if expr, ok := n.(ast.Expr); ok && plain(expr) && holds(site.Pkg.TypesInfo.TypeOf(expr), mutex) {
			found = expr
		}
		return found == nil
	}
	ast.Inspect(path[0], look)
	for _, n := range path {
		if fn, ok := n.(*ast.FuncDecl); ok && found == nil {
			if fn.Recv != nil {
				ast.Inspect(fn.Recv, look)
			}
			ast.Inspect(fn.Type.Params, look)
		}
	}
	return found
}

func plain(expr ast.Expr) bool {
	switch e := expr.(type) {
	case *ast.Ident:
		return true
	case *ast.SelectorExpr:
		return plain(e.X)
	}
	return false
}

// holds tells whether a mutex is a field of a struct, or of what a pointer points to.
func holds(t types.Type, mutex *types.Var) bool {
	if t == nil {
		return false
	}
	if ptr, ok := t.Underlying().(*types.Pointer); ok {
		t = ptr.Elem()
	}
	s, ok := t.Underlying().(*types.Struct)
	if !ok {
		return false
	}
	for field := range s.Fields() {
		if field.Pos() == mutex.Pos() {
			return true
		}
	}
	return false
}

func lockOf(scene *fix.Scene, site fix.Site, owner ast.Expr, mutex *types.Var) string {
	text := scene.Text(site.File, owner)
	if mutex.Embedded() {
		return text
	}
	return text + "." + mutex.Name()
}

// nameOf names a mutex for the title.
func nameOf(scene *fix.Scene, mutex *types.Var) string {
	if !mutex.IsField() {
		return mutex.Name()
	}
	if owner := fix.TypeAround(scene, mutex.Pos()); owner != "" {
		return owner + "." + mutex.Name()
	}
	return mutex.Name()
}
