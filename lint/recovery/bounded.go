package recovery

import (
	"go/ast"
	"go/token"
	"go/types"
)

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
// whose bounds are numbers, gives it to a call first, or follows a pointer that it compares with nil.
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
			r.asked[n] = r.variable(n.X) != nil && values[types.ExprString(n.X)]
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

// valuesAsked are the values that root compares with nil.
func (r *Info) valuesAsked(root ast.Node) map[string]bool {
	found := map[string]bool{}
	ast.Inspect(root, func(n ast.Node) bool {
		if n, ok := n.(*ast.BinaryExpr); ok && r.types.Types[n.Y].IsNil() {
			found[types.ExprString(n.X)] = true
		}
		return true
	})
	return found
}
