package launch

import (
	"go/ast"
	"go/types"
	"strings"

	"golang.org/x/tools/go/types/typeutil"
)

// Site is one place where a function is handed to another goroutine.
type Site struct {
	Launcher
	// Node is the *ast.GoStmt, or the *ast.CallExpr of the launching call.
	Node ast.Node
	// Func is the function that will run. For `go f(x)` it is f.
	Func ast.Expr
	// Args are the arguments it runs with; only a go statement has them.
	Args []ast.Expr
}

// Of returns the launches that n itself makes: one for a go statement, one for
// each function given to a launching call, none for other nodes.
func Of(info *types.Info, n ast.Node) []Site {
	switch n := n.(type) {
	case *ast.GoStmt:
		return []Site{{Launcher: statement, Node: n, Func: n.Call.Fun, Args: n.Call.Args}}
	case *ast.CallExpr:
		fn, ok := typeutil.Callee(info, n).(*types.Func)
		if !ok {
			return nil
		}
		l, ok := Lookup(fn)
		if !ok || l.Arg >= len(n.Args) {
			return nil
		}
		return []Site{{Launcher: l, Node: n, Func: n.Args[l.Arg]}}
	}
	return nil
}

// Lookup tells whether fn runs one of its arguments on another goroutine.
func Lookup(fn *types.Func) (Launcher, bool) {
	name := FullName(fn)
	l, ok := launchers[name]
	if ok && strings.Contains(name, "/errgroup.") && HandsOver(fn) {
		l.Outcome = HandedToWait
	}
	return l, ok
}

// FullName is types.Func.FullName of the generic origin, without type
// parameters: "(*pkg/path.Type).Method".
func FullName(fn *types.Func) string {
	if fn == nil {
		return ""
	}
	name := fn.Origin().FullName()
	open := strings.IndexByte(name, '[')
	if open < 0 {
		return name
	}
	return name[:open] + name[strings.LastIndexByte(name, ']')+1:]
}

// HandsOver tells whether Wait of the errgroup whose method fn is panics again
// with the panic of a function: x/sync v0.14.0 and v0.15.0 did and kept it in a field; v0.16.0 took
// it back. The field is in the export data, so no go.mod has to be read.
func HandsOver(fn *types.Func) bool {
	recv := fn.Signature().Recv()
	if recv == nil {
		return false
	}
	ptr, ok := recv.Type().(*types.Pointer)
	if !ok {
		return false
	}
	group, ok := ptr.Elem().Underlying().(*types.Struct)
	if !ok {
		return false
	}
	for i := range group.NumFields() {
		if group.Field(i).Name() == "panicValue" {
			return true
		}
	}
	return false
}
