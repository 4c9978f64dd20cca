package recovery

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"github.com/go-race-audit/go-race-audit/lint/launch"
)

// noteSource notes that the variable that name declares comes out of expr.
func (r *Info) noteSource(name, expr ast.Expr) {
	if id, ok := name.(*ast.Ident); ok {
		if obj := r.types.Defs[id]; obj != nil {
			r.sources[obj] = expr
		}
	}
}

// noteElement notes `h := hooks[i]`, `h, ok := hooks[name]`, `h := s.hook` and
// `h := []Hook{…}`.
func (r *Info) noteElement(assign *ast.AssignStmt) {
	if len(assign.Rhs) != 1 {
		return
	}
	if call, ok := ast.Unparen(assign.Rhs[0]).(*ast.CallExpr); ok && (assign.Tok == token.DEFINE || assign.Tok == token.ASSIGN) {
		r.noteCount(assign.Lhs[0], call)
	}
	if assign.Tok != token.DEFINE {
		return
	}
	switch value := ast.Unparen(assign.Rhs[0]).(type) {
	case *ast.TypeAssertExpr: // p := pool.Get().(*[]byte)
		r.noteTaken(assign.Lhs[0], value.X)
	case *ast.CallExpr: // v, ok := entries.Load(key)
		r.noteTaken(assign.Lhs[0], value)
		r.noteCopy(assign.Lhs[0], value)
	case *ast.IndexExpr:
		r.noteSource(assign.Lhs[0], value.X)
		r.noteLookedUp(assign, value)
	case *ast.SelectorExpr, *ast.CompositeLit:
		r.noteSource(assign.Lhs[0], value)
	}
}

// noteCopy notes `all := slices.Clone(s.hooks)` and `all := append([]Hook(nil), s.hooks...)`.
func (r *Info) noteCopy(name ast.Expr, call *ast.CallExpr) {
	if r.builtin(call) == "append" && call.Ellipsis.IsValid() || launch.FullName(r.Callee(call)) == "slices.Clone" {
		r.noteSource(name, call.Args[len(call.Args)-1])
	}
}

// noteTaken notes that the variable that name declares comes out of a pool or the like.
func (r *Info) noteTaken(name, value ast.Expr) {
	if id, ok := name.(*ast.Ident); ok && r.pooled(value) {
		if obj := r.types.Defs[id]; obj != nil {
			r.taken[obj] = true
		}
	}
}

// noteCount notes `n, err := reader.Read(buffer)`: n fits the buffer.
func (r *Info) noteCount(name ast.Expr, call *ast.CallExpr) {
	fun, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if id, plain := name.(*ast.Ident); ok && plain && strings.HasPrefix(fun.Sel.Name, "Read") && slices.ContainsFunc(call.Args, r.isBuffer) {
		if obj := r.types.ObjectOf(id); obj != nil {
			r.counts[obj] = true
		}
	}
}

func (r *Info) isBuffer(arg ast.Expr) bool {
	t := r.types.TypeOf(arg)
	return t != nil && types.Identical(t.Underlying(), types.NewSlice(types.Typ[types.Byte]))
}

// noteIndex notes that the variable that key declares goes through all indexes of values.
func (r *Info) noteIndex(key, values ast.Expr) {
	if id, ok := key.(*ast.Ident); ok && r.types.Defs[id] != nil {
		r.indexes[r.types.Defs[id]] = types.ExprString(values)
	}
}

// noteArguments notes what the parameters of a literal are that is called where
// it is written: `go func(h Hook) { … }(hook)`; or that are what a sync.Map holds.
func (r *Info) noteArguments(call *ast.CallExpr) {
	if r.ranges(call) {
		r.noteHeld(call.Args[0])
	}
	lit, ok := ast.Unparen(call.Fun).(*ast.FuncLit)
	if !ok {
		return
	}
	i := 0
	for _, field := range lit.Type.Params.List {
		for _, name := range field.Names {
			if i < len(call.Args) {
				r.noteSource(name, call.Args[i])
			}
			i++
		}
	}
}

// noteHeld notes that the parameters of each are what the code itself has put into a sync.Map.
func (r *Info) noteHeld(each ast.Expr) {
	lit, ok := ast.Unparen(each).(*ast.FuncLit)
	if !ok {
		return
	}
	for _, field := range lit.Type.Params.List {
		for _, name := range field.Names {
			r.taken[r.types.Defs[name]] = true
		}
	}
}

// ranges: call goes through the entries of a sync.Map, or of what has the same method.
func (r *Info) ranges(call *ast.CallExpr) bool {
	fn := r.Callee(call)
	if fn == nil || fn.Name() != "Range" || fn.Signature().Params().Len() != 1 {
		return false
	}
	each, ok := fn.Signature().Params().At(0).Type().(*types.Signature)
	return ok && each.Params().Len() == 2 && types.IsInterface(each.Params().At(1).Type())
}

// Source is where the variable that expr names got its value: the collection
// that it is an element of, the field, or the argument; nil if nobody knows.
func (r *Info) Source(expr ast.Expr) ast.Expr {
	if obj := r.variable(expr); obj != nil {
		return r.sources[obj]
	}
	return nil
}
