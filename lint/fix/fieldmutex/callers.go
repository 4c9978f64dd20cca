package fieldmutex

import (
	"go/ast"
	"go/token"
	"go/types"

	"github.com/go-race-audit/go-race-audit/lint/fix"
	"github.com/go-race-audit/go-race-audit/lint/fix/guard"
)

// underCallers moves the lock of an unexported function to its callers where
// some of them hold it already, and leaves out functions that are only called
// from ones that take it. It also names all functions that take the lock.
func underCallers(scene *fix.Scene, open []fix.Use, lockOf func(fix.Use) (string, bool), mutex candidate) ([]fix.Use, map[token.Pos]bool) {
	takes := takers(scene, mutex)
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
			if dropped[decl] || decl.Recv == nil || decl.Name.IsExported() {
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

// callers counts the calls under the lock and lists the others.
func callers(scene *fix.Scene, use fix.Use, decl *ast.FuncDecl, lockOf func(fix.Use) (string, bool), takes map[token.Pos]bool) (bare []fix.Use, covered int) {
	fn, ok := use.Pkg.TypesInfo.Defs[decl.Name].(*types.Func)
	if !ok {
		return nil, 0
	}
	for _, call := range scene.UsesOf(fn) {
		lock, ok := lockOf(call)
		if !ok || !runsHere(call) {
			return nil, 0 // who calls it, and when, is not to be seen
		}
		from := call.Decl()
		switch {
		case guard.Held(scene, call.Where, call.Path)[lock] != guard.Free:
			covered++
		case from != nil && call.Func() == ast.Node(from) && from != decl && takes[from.Name.Pos()] && len(takersOf(scene, call, lock)) == 0:
			covered++ // it will be locked as a whole
		default:
			call.Write = true
			bare = append(bare, call)
		}
	}
	return bare, covered
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

// takersOf lists the lock calls in the function around a call.
func takersOf(scene *fix.Scene, call fix.Use, lock string) []ast.Node {
	var found []ast.Node
	ast.Inspect(call.Decl().Body, func(n ast.Node) bool {
		if sel, ok := n.(*ast.SelectorExpr); ok && scene.Text(call.File, sel.X) == lock {
			found = append(found, sel)
		}
		return true
	})
	return found
}

// takers are the functions that lock the mutex today.
func takers(scene *fix.Scene, mutex candidate) map[token.Pos]bool {
	takes := map[token.Pos]bool{}
	if !mutex.pos.IsValid() {
		return takes
	}
	for _, use := range scene.UsesOf(types.NewVar(mutex.pos, nil, mutex.name, types.Typ[types.Int])) {
		if method := use.Method(); method != "Lock" && method != "RLock" {
			continue
		}
		if decl := use.Decl(); decl != nil && use.Func() == ast.Node(decl) {
			takes[decl.Name.Pos()] = true
		}
	}
	return takes
}
