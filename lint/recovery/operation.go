package recovery

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"regexp"

	"github.com/go-race-audit/go-race-audit/lint/launch"
	"github.com/go-race-audit/go-race-audit/lint/message"
)

// Operates tells whether root itself does something that can panic: it indexes,
// asserts, divides. A dereference is nearly always of what the code made itself.
func (r *Info) Operates(root ast.Node) bool {
	found := false
	ast.Inspect(root, func(n ast.Node) bool {
		switch n := n.(type) {
		case nil, *ast.GoStmt, *ast.StarExpr:
			return false
		case *ast.FuncLit:
			return n == root
		case *ast.CallExpr:
			found = found || r.builtin(n) == "panic"
		default:
			found = found || r.operation(n)
		}
		return !found
	})
	return found
}

// operation tells whether n can panic, for all that the code around it shows.
func (r *Info) operation(n ast.Node) bool {
	return r.riskOfOperation(n).Code != "" && !r.Bounded(n)
}

// riskOfOperation judges everything but calls.
func (r *Info) riskOfOperation(n ast.Node) message.Message {
	switch n := n.(type) {
	case *ast.IndexExpr:
		if tv, ok := r.types.Types[n.X]; ok && tv.IsValue() && canMiss(tv.Type, r.types.Types[n.Index]) && !r.listed(n) {
			return message.Of("risk-indexes", message.Args{"value": types.ExprString(n.X)})
		}
	case *ast.SliceExpr:
		if !r.fits(n) {
			return message.Of("risk-slices", message.Args{"value": types.ExprString(n.X)})
		}
	case *ast.StarExpr:
		if tv, ok := r.types.Types[n]; ok && tv.IsValue() && !r.taken[r.variable(n.X)] {
			return message.Of("risk-dereferences", message.Args{"value": types.ExprString(n.X)})
		}
	case *ast.SelectorExpr:
		if r.follows(n) {
			return message.Of("risk-dereferences", message.Args{"value": types.ExprString(n.X)})
		}
	case *ast.TypeAssertExpr:
		if n.Type != nil && !r.checked(n) && !r.pooled(n.X) && !r.ofNetwork(n) {
			return message.Of("risk-asserts", message.Args{"value": types.ExprString(n.X)})
		}
	case *ast.BinaryExpr:
		if (n.Op == token.QUO || n.Op == token.REM) && r.types.Types[n.Y].Value == nil && isInteger(r.types.TypeOf(n.Y)) {
			return message.Of("risk-divides", message.Args{"value": types.ExprString(n.Y)})
		}
	case *ast.AssignStmt:
		for _, left := range n.Lhs {
			if index, ok := ast.Unparen(left).(*ast.IndexExpr); ok && isMap(r.types.TypeOf(index.X)) {
				return message.Of("risk-map", message.Args{"value": types.ExprString(index.X)})
			}
		}
	case *ast.SendStmt:
		if r.closedElsewhere(n.Chan, n.Pos()) {
			return message.Of("risk-sends", message.Args{"value": types.ExprString(n.Chan)})
		}
	}
	return message.Message{}
}

// fits: each bound is 0, or a constant which the compiler holds against an array.
func (r *Info) fits(n *ast.SliceExpr) bool {
	array := isArray(r.types.TypeOf(n.X))
	for _, bound := range []ast.Expr{n.Low, n.High, n.Max} {
		if bound != nil && !r.isZero(bound) && !(array && r.types.Types[bound].Value != nil) {
			return false
		}
	}
	return true
}

// listed: the index is a constant, and the slice a literal that has such an element.
func (r *Info) listed(n *ast.IndexExpr) bool {
	lit, ok := r.literal(n.X).(*ast.CompositeLit)
	index := r.types.Types[n.Index].Value
	if !ok || index == nil {
		return false
	}
	at, exact := constant.Int64Val(index)
	return exact && at < int64(len(lit.Elts))
}

// literal is what a variable, or the field of one, was given where it was declared.
func (r *Info) literal(value ast.Expr) ast.Expr {
	field, ok := ast.Unparen(value).(*ast.SelectorExpr)
	if !ok {
		return ast.Unparen(r.Source(value))
	}
	whole, ok := ast.Unparen(r.Source(field.X)).(*ast.CompositeLit)
	if !ok {
		return nil
	}
	struc, ok := r.types.TypeOf(whole).Underlying().(*types.Struct)
	for i, element := range whole.Elts {
		if pair, keyed := element.(*ast.KeyValueExpr); keyed && types.ExprString(pair.Key) == field.Sel.Name {
			return ast.Unparen(pair.Value)
		} else if !keyed && ok && struc.Field(i).Name() == field.Sel.Name {
			return ast.Unparen(element)
		}
	}
	return nil
}

// canMiss: an index may lie outside. Reading a map cannot, nor can a constant
// index of an array.
func canMiss(t types.Type, index types.TypeAndValue) bool {
	switch t.Underlying().(type) {
	case *types.Map:
		return false
	case *types.Signature: // an instance of a generic function
		return false
	}
	return !isArray(t) || index.Value == nil
}

// isArray: an array, or a pointer to one.
func isArray(t types.Type) bool {
	if t == nil {
		return false
	}
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	_, ok := t.Underlying().(*types.Array)
	return ok
}

// checked: the assertion gives its second result.
func (r *Info) checked(n *ast.TypeAssertExpr) bool {
	_, tuple := r.types.Types[n].Type.(*types.Tuple)
	return tuple
}

// ofNetwork: what is dialed or accepted over TCP is asserted to be of TCP, or its address.
func (r *Info) ofNetwork(n *ast.TypeAssertExpr) bool {
	return networkType.MatchString(types.TypeString(r.types.TypeOf(n.Type), nil))
}

var networkType = regexp.MustCompile(`^\*net\.(TCP|UDP|Unix)(Addr|Conn|Listener)$`)

// pooled: what a sync.Pool, a sync.Map, a list, a heap or a registry of the package holds is
// what the code itself put there.
func (r *Info) pooled(value ast.Expr) bool {
	switch value := ast.Unparen(value).(type) {
	case *ast.SelectorExpr:
		if value.Sel.Name == "Value" {
			return types.TypeString(r.types.TypeOf(value.X), nil) == "*container/list.Element"
		}
	case *ast.IndexExpr:
		registry := r.variable(value.X)
		return registry != nil && registry.Parent() == r.pass.Pkg.Scope()
	case *ast.CallExpr:
		switch launch.FullName(r.Callee(value)) {
		case "(*sync.Pool).Get", "(*sync.Map).Load", "(*sync.Map).LoadAndDelete", "(*sync.Map).LoadOrStore", "container/heap.Pop":
			return true
		}
	}
	return r.taken[r.variable(value)]
}

func isMap(t types.Type) bool {
	if t == nil {
		return false
	}
	_, ok := t.Underlying().(*types.Map)
	return ok
}

func isInteger(t types.Type) bool {
	if t == nil {
		return false
	}
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsInteger != 0
}
