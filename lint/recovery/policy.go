package recovery

import (
	"go/ast"
	"go/types"
)

// EndsRequests counts the functions of a file that handle an HTTP request, recover, and
// then always end the process: a policy that no panic may be survived.
func (r *Info) EndsRequests(file *ast.File) int {
	ends := 0
	ast.Inspect(file, func(n ast.Node) bool {
		var sig types.Type
		var body *ast.BlockStmt
		switch fn := n.(type) {
		case *ast.FuncDecl:
			sig, body = r.types.TypeOf(fn.Name), fn.Body
		case *ast.FuncLit:
			sig, body = r.types.TypeOf(fn), fn.Body
		}
		if body != nil && takesRequest(sig) && r.endsProcessAfterPanic(body) {
			ends++
		}
		return true
	})
	return ends
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
		deferred := target.Lit
		if _, rethrows := r.deferred(d); rethrows && deferred != nil && r.exits(deferred.Body) {
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
