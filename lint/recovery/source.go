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

// noteCounter notes the variable with which a loop counts up to, or down from, a bound of its own.
func (r *Info) noteCounter(loop *ast.ForStmt) {
	start, ok := loop.Init.(*ast.AssignStmt)
	cond, bounded := loop.Cond.(*ast.BinaryExpr)
	if !ok || !bounded || loop.Post == nil || cond.Op == token.LEQ { // i <= len(l) is one too many
		return
	}
	for _, name := range start.Lhs {
		if id, ok := name.(*ast.Ident); ok && r.types.Defs[id] != nil && types.ExprString(cond.X) == id.Name {
			r.counters[r.types.Defs[id]] = true
		}
	}
}

// noteLookedUp notes `o := orders[id]`, where nothing says whether the map has a pointer for id.
func (r *Info) noteLookedUp(assign *ast.AssignStmt, entry *ast.IndexExpr) {
	id, ok := assign.Lhs[0].(*ast.Ident)
	if _, pointer := r.types.TypeOf(entry).(*types.Pointer); ok && pointer && len(assign.Lhs) == 1 && isMap(r.types.TypeOf(entry.X)) && r.types.Defs[id] != nil {
		r.lookedUp[r.types.Defs[id]] = true
	}
}

// within compares what is ranged over and indexed as they are written, which is near enough:
// few loops make it another slice meanwhile. What a loop counts is bounded by what its author
// has thought of.
func (r *Info) within(n ast.Node) bool {
	element, ok := n.(*ast.IndexExpr)
	if !ok {
		return false
	}
	id, ok := ast.Unparen(element.Index).(*ast.Ident)
	return ok && (r.indexes[r.types.Uses[id]] == types.ExprString(element.X) || r.counters[r.types.Uses[id]])
}

// noteAsked notes where a declaration indexes what it asks the length of, takes a part of it
// whose bounds are numbers, gives it to a function first, or follows a pointer that it compares
// with nil.
func (r *Info) noteAsked(decl ast.Decl) {
	asked, values := r.lengthsAsked(decl), r.valuesAsked(decl)
	ast.Inspect(decl, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.IndexExpr:
			r.asked[n] = asked[types.ExprString(n.X)]
		case *ast.SliceExpr:
			r.asked[n] = asked[types.ExprString(n.X)] && r.constant(n.Low) && r.constant(n.High)
		case *ast.StarExpr:
			r.asked[n] = values[types.ExprString(n.X)]
		case *ast.SelectorExpr:
			r.asked[n] = values[types.ExprString(n.X)]
		case *ast.CallExpr:
			r.asked[n] = len(n.Args) > 0 && asked[types.ExprString(whole(n.Args[0]))]
		}
		return true
	})
}

// constant: a bound that is a number, or none.
func (r *Info) constant(bound ast.Expr) bool {
	return bound == nil || r.types.Types[bound].Value != nil
}

// lengthsAsked are the values whose length root asks for, goes through, or chooses itself. To say
// which is the last element is not to ask.
func (r *Info) lengthsAsked(root ast.Node) map[string]bool {
	found, last := map[string]bool{}, map[*ast.CallExpr]bool{}
	ast.Inspect(root, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.IndexExpr:
			if index, ok := ast.Unparen(n.Index).(*ast.BinaryExpr); ok && index.Op == token.SUB {
				length, _ := ast.Unparen(index.X).(*ast.CallExpr)
				last[length] = true
			}
		case *ast.CallExpr:
			if r.builtin(n) == "len" && !last[n] {
				found[types.ExprString(n.Args[0])] = true
			}
		case *ast.RangeStmt:
			found[types.ExprString(n.X)] = true
		case *ast.AssignStmt:
			if r.makes(n.Rhs) {
				found[types.ExprString(n.Lhs[0])] = true
			}
		case *ast.ValueSpec:
			if r.makes(n.Values) {
				found[n.Names[0].Name] = true
			}
		}
		return true
	})
	return found
}

// makes tells whether the first of values is a new slice or map.
func (r *Info) makes(values []ast.Expr) bool {
	if len(values) == 0 {
		return false
	}
	call, ok := values[0].(*ast.CallExpr)
	return ok && r.builtin(call) == "make"
}

// Bounded tells whether n is buffer[:n], what was read into it, an element that a range loop
// around it has come to, one of what its function asks the length of, or what a pointer leads to
// that it compares with nil.
func (r *Info) Bounded(n ast.Node) bool { return r.filled(n) || r.within(n) || r.asked[n] }

func (r *Info) filled(n ast.Node) bool {
	slice, ok := n.(*ast.SliceExpr)
	if !ok || slice.Slice3 || slice.Low != nil && !r.isZero(slice.Low) {
		return false
	}
	id, ok := slice.High.(*ast.Ident)
	return ok && r.counts[r.types.Uses[id]]
}

func (r *Info) isZero(value ast.Expr) bool {
	constant := r.types.Types[value].Value
	return constant != nil && constant.String() == "0"
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
