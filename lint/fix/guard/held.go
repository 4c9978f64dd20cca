package guard

import (
	"go/ast"
	"go/types"

	"github.com/go-race-audit/go-race-audit/lint/fix"
	"github.com/go-race-audit/go-race-audit/lint/syntax"
)

// Mode is how a lock is held.
type Mode int

// The modes, the stronger the greater.
const (
	Free Mode = iota
	Read
	Full
)

// Hold is a lock that lies open at a node.
type Hold struct {
	Mode Mode
	// Mutex is the field or variable that the lock is, nil where it is neither.
	Mutex *types.Var
}

// Held lists the locks that lie open around a node by the order of the
// statements in its function, by the text of the lock.
func Held(scene *fix.Scene, where fix.Where, path []ast.Node) map[string]Hold {
	held := map[string]Hold{}
	for i, n := range path {
		switch n.(type) {
		case *ast.FuncDecl, *ast.FuncLit:
			return held
		}
		scan(scene, where, syntax.Statements(n), path, i, held)
	}
	return held
}

// scan walks the statements before the one that holds the node; what an inner
// list said of a lock stands.
func scan(scene *fix.Scene, where fix.Where, list []ast.Stmt, path []ast.Node, at int, held map[string]Hold) {
	here := map[string]Hold{}
	for _, stmt := range list {
		if at > 0 && stmt == path[at-1] {
			break
		}
		if lock, hold, ok := lockCall(scene, where, stmt); ok {
			here[lock] = hold
		}
	}
	for lock, hold := range here {
		if _, known := held[lock]; !known {
			held[lock] = hold
		}
	}
}

// lockCall reads `x.Lock()` and its sisters.
func lockCall(scene *fix.Scene, where fix.Where, stmt ast.Stmt) (lock string, hold Hold, ok bool) {
	expr, isExpr := stmt.(*ast.ExprStmt)
	if !isExpr {
		return "", Hold{}, false
	}
	call, isCall := expr.X.(*ast.CallExpr)
	if !isCall {
		return "", Hold{}, false
	}
	sel, isSel := call.Fun.(*ast.SelectorExpr)
	if !isSel || !isLock(where.Pkg.TypesInfo, sel) {
		return "", Hold{}, false
	}
	switch sel.Sel.Name {
	case "Lock":
		hold.Mode = Full
	case "RLock":
		hold.Mode = Read
	case "Unlock", "RUnlock":
		hold.Mode = Free
	default:
		return "", Hold{}, false
	}
	hold.Mutex = mutexOf(where.Pkg.TypesInfo, sel)
	return scene.Text(where.File, sel.X), hold, true
}

// isLock tells whether sel is a method of a mutex.
func isLock(info *types.Info, sel *ast.SelectorExpr) bool {
	fn, ok := info.Uses[sel.Sel].(*types.Func)
	if !ok || fn.Signature().Recv() == nil {
		return false
	}
	return IsMutex(fn.Signature().Recv().Type())
}

// IsMutex tells whether t is sync.Mutex, sync.RWMutex, a pointer to one, or sync.Locker.
func IsMutex(t types.Type) bool {
	if ptr, ok := t.Underlying().(*types.Pointer); ok {
		t = ptr.Elem()
	}
	named, ok := types.Unalias(t).(*types.Named)
	if !ok || named.Obj().Pkg() == nil || named.Obj().Pkg().Path() != "sync" {
		return false
	}
	switch named.Obj().Name() {
	case "Mutex", "RWMutex", "Locker":
		return true
	}
	return false
}
