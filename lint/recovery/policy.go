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
		if _, rethrows := r.deferred(d); rethrows && target.Lit != nil && r.exits(target.Lit.Body) {
			return true
		}
	}
	return false
}

// exits tells whether body calls something that ends the process.
func (r *Info) exits(body *ast.BlockStmt) bool {
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok {
			found = found || r.Exits(call)
		}
		return !found
	})
	return found
}
