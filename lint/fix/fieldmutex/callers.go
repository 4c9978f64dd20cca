package fieldmutex

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/go-race-audit/go-race-audit/lint/fix"
	"github.com/go-race-audit/go-race-audit/lint/fix/guard"
)

// underCallers moves the lock of an unexported function to its callers where
// some of them hold it already, and leaves out functions that are only called
// from ones that take it. It also names all functions that take the lock.
func underCallers(scene *fix.Scene, open []fix.Use, lockOf func(fix.Use) (string, bool), mutex candidate) ([]fix.Use, map[token.Pos]bool) {
	takes := guard.Takers(scene, mutex.pos)
	byFunc := map[*ast.FuncDecl][]fix.Use{}
	for _, use := range open {
		if decl := use.Decl(); decl != nil && use.Func() == ast.Node(decl) {
			byFunc[decl] = append(byFunc[decl], use)
			takes[decl.Name.Pos()] = true
		}
	}
	dropped, calls := map[*ast.FuncDecl]bool{}, []fix.Use{}
	for changed := true; changed; {
		changed = false
		for decl, uses := range byFunc {
			if dropped[decl] || decl.Name.IsExported() || slices.ContainsFunc(uses, ofAnother) {
				continue
			}
			bare, covered := callers(scene, uses[0], decl, lockOf, takes)
			if covered == 0 {
				continue
			}
			dropped[decl], changed = true, true
			delete(takes, decl.Name.Pos())
			calls = append(calls, bare...)
		}
	}
	var left []fix.Use
	for _, use := range open {
		if decl := use.Decl(); decl == nil || use.Func() != ast.Node(decl) || !dropped[decl] {
			left = append(left, use)
		}
	}
	return append(left, calls...), takes
}

// ofReceiver tells whether a use is of the method's own struct: only then do its
// callers have the lock at hand.
func ofReceiver(use fix.Use) bool {
	decl := use.Decl()
	root, ok := ast.Unparen(use.Base).(*ast.Ident)
	if !ok || decl == nil || decl.Recv == nil {
		return false
	}
	obj := use.Pkg.TypesInfo.Uses[root]
	return obj != nil && decl.Recv.Pos() <= obj.Pos() && obj.Pos() < decl.Recv.End()
}

func ofAnother(use fix.Use) bool { return !ofReceiver(use) }

// callers counts the calls under the lock and lists the others.
func callers(scene *fix.Scene, use fix.Use, decl *ast.FuncDecl, lockOf func(fix.Use) (string, bool), takes map[token.Pos]bool) (bare []fix.Use, covered int) {
	fn, ok := use.Pkg.TypesInfo.Defs[decl.Name].(*types.Func)
	if !ok {
		return nil, 0
	}
	for _, call := range scene.UsesOf(fn) {
		lock, ok := lockOf(call)
		held := guard.Held(scene, call.Where, call.Path)[lock].Mode != guard.Free
		if !ok || !runsHere(call) && !(held && handedOn(call)) {
			return nil, 0 // who calls it, and when, is not to be seen
		}
		from := call.Decl()
		switch {
		case held:
			covered++
		case from != nil && call.Func() == ast.Node(from) && from != decl && takes[from.Name.Pos()] && !guard.Handles(scene, call.Where, call.Decl().Body, lock):
			covered++ // it will be locked as a whole
		default:
			call.Write = true
			bare = append(bare, call)
		}
	}
	return bare, covered
}

// handedOn tells whether a method is given to a call, which runs it in all likelihood.
func handedOn(use fix.Use) bool {
	call, ok := use.Parent().(*ast.CallExpr)
	return ok && call.Fun != use.Expr
}

// runsHere tells whether a function is called where it is named: it is not handed
// on, and starts no goroutine.
func runsHere(use fix.Use) bool {
	call, ok := use.Parent().(*ast.CallExpr)
	if !ok || call.Fun != use.Expr {
		return false
	}
	for i, n := range use.Path {
		if n == ast.Node(call) && i+1 < len(use.Path) {
			switch use.Path[i+1].(type) {
			case *ast.GoStmt, *ast.DeferStmt:
				return false
			}
		}
	}
	return true
}
