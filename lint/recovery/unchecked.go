package recovery

import (
	"go/ast"
	"go/token"
	"go/types"
	"regexp"
	"slices"

	"github.com/go-race-audit/go-race-audit/lint/launch"
)

// unchecked tells whether n indexes, asserts, follows or calls a value of which nothing else is
// asked.
func (m *measure) unchecked(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.CallExpr:
		return m.callsEntry(n) || m.tooShort(n)
	case *ast.SelectorExpr:
		return m.follows(n) && !m.asked[n]
	case *ast.IndexExpr:
		if m.asked[n] || m.kept(n.Index) {
			return false
		}
	case *ast.TypeAssertExpr:
		if m.values[types.ExprString(n.X)] {
			return false
		}
	}
	switch m.riskOfOperation(n).Code {
	case "risk-indexes", "risk-asserts":
		return true
	case "risk-slices":
		return m.cuts(n.(*ast.SliceExpr))
	}
	return false
}

// cuts: it takes a part of a slice whose bounds are numbers, and nothing asks how long that is.
func (m *measure) cuts(n *ast.SliceExpr) bool {
	if _, ok := m.types.TypeOf(n.X).Underlying().(*types.Slice); !ok || m.asked[n] {
		return false
	}
	return slices.ContainsFunc([]ast.Expr{n.Low, n.High}, func(bound ast.Expr) bool {
		return bound != nil && m.types.Types[bound].Value != nil && !m.isZero(bound)
	})
}

// callsEntry: it calls what a map of functions has for a key that is not known to be there.
func (m *measure) callsEntry(call *ast.CallExpr) bool {
	entry, ok := ast.Unparen(call.Fun).(*ast.IndexExpr)
	return ok && isMap(m.types.TypeOf(entry.X)) && m.types.Types[entry.Index].Value == nil && !m.values[types.ExprString(entry)]
}

// fixedWidth matches functions that need a number of bytes.
var fixedWidth = regexp.MustCompile(`^\(encoding/binary\.(big|little)Endian\)\.Uint(16|32|64)$`)

// tooShort: it reads a number from a slice of bytes, and nothing asks how long that is.
func (r *Info) tooShort(call *ast.CallExpr) bool { return r.readsFixed(call) && !r.asked[call] }

// readsFixed: it reads a number from a slice of bytes, which may be too short.
func (r *Info) readsFixed(call *ast.CallExpr) bool {
	return fixedWidth.MatchString(launch.FullName(r.Callee(call))) && !isArray(r.types.TypeOf(whole(call.Args[0])))
}

// whole is what value is a part of, or value.
func whole(value ast.Expr) ast.Expr {
	if part, ok := ast.Unparen(value).(*ast.SliceExpr); ok {
		return whole(part.X)
	}
	return ast.Unparen(value)
}

// follows: it reads a field through a pointer from a map, which is nil for a key that is not there.
func (r *Info) follows(field *ast.SelectorExpr) bool {
	selection := r.types.Selections[field]
	return selection != nil && selection.Kind() == types.FieldVal && r.lookedUp[r.variable(field.X)]
}

// kept: an index that is kept within bounds, a remainder, the key of a range loop or what a loop
// counts.
func (r *Info) kept(index ast.Expr) bool {
	switch index := ast.Unparen(index).(type) {
	case *ast.BinaryExpr:
		return index.Op == token.REM
	case *ast.Ident:
		return r.indexes[r.types.Uses[index]] != "" || r.counters[r.types.Uses[index]]
	}
	return false
}
