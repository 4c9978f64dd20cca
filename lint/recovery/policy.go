package recovery

import (
	"go/ast"
	"go/types"
)

// EndsRequests tells whether a function, declared or literal, handles an HTTP request,
// recovers, and then always ends the process: a policy that no panic may be survived.
func (r *Info) EndsRequests(fn ast.Node) bool {
	switch fn := fn.(type) {
	case *ast.FuncDecl:
		return fn.Body != nil && takesRequest(r.types.TypeOf(fn.Name)) && r.endsProcessAfterPanic(fn.Body)
	case *ast.FuncLit:
		return takesRequest(r.types.TypeOf(fn)) && r.endsProcessAfterPanic(fn.Body)
	}
	return false
}

func takesRequest(t types.Type) bool {
	sig, ok := t.(*types.Signature)
	if !ok {
		return false
	}
	for param := range sig.Params().Variables() {
		if types.TypeString(param.Type(), nil) == "*net/http.Request" {
			return true
		}
	}
	return false
}

// endsProcessAfterPanic tells whether a defer of body recovers, and then ends the process
// and does not merely panic again.
func (r *Info) endsProcessAfterPanic(body *ast.BlockStmt) bool {
	for _, stmt := range body.List {
		d, ok := stmt.(*ast.DeferStmt)
		if !ok {
			continue
		}
		target := r.Resolve(d.Call.Fun)
		if r.ending[target.Func] {
			return true
		}
		if _, rethrows := r.deferred(d); rethrows && target.Lit != nil && r.exits(target.Lit.Body, 0) {
			return true
		}
	}
	return false
}

// maxEndingCalls bounds how many calls further in than a recovery the end of the process is
// looked for.
const maxEndingCalls = 2

// exits tells whether body, or what it calls of the package so many calls further in, calls
// something that ends the process.
func (r *Info) exits(body *ast.BlockStmt, calls int) bool {
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok && !found {
			decl := r.Decl(r.Callee(call))
			found = r.Exits(call) || calls > 0 && decl != nil && r.exits(decl.Body, calls-1)
		}
		return !found
	})
	return found
}
