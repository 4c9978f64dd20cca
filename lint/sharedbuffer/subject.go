package sharedbuffer

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/go-race-audit/go-race-audit/lint/reference"
	"github.com/go-race-audit/go-race-audit/lint/unsafetype"
)

// subject names an object as its source does: "buf" for a variable,
// "Logger.buf" for a field.
func (r *reporter) subject(ref reference.Ref, fn *ssa.Function) string {
	name := r.rootName(ref.Root)
	fields := ref.Fields()
	if len(fields) == 0 {
		return name
	}
	owner := ref
	owner.Path = strings.TrimSuffix(ref.Path, "."+fields[len(fields)-1])
	if t := unsafetype.Name(r.found.TypeOf(owner)); t != "" {
		return t[strings.LastIndexByte(t, '.')+1:] + "." + fields[len(fields)-1]
	}
	return name + ref.Path
}

// rootName is the name of the variable that was given the root.
func (r *reporter) rootName(root ssa.Value) string {
	switch x := reference.Local(root).(type) {
	case *ssa.Parameter, *ssa.FreeVar, *ssa.Global:
		return root.Name()
	case *ssa.Phi:
		if x.Comment != "" {
			return x.Comment
		}
	case *ssa.Alloc:
		if token.IsIdentifier(x.Comment) && x.Comment != "complit" && x.Comment != "new" && x.Comment != "varargs" {
			return x.Comment
		}
	}
	if name := r.assignedTo(root.Pos()); name != "" {
		return name
	}
	return "value"
}

// assignedTo is the variable that the expression at pos gives its value to.
func (r *reporter) assignedTo(pos token.Pos) string {
	file := r.file(pos)
	if file == nil {
		return ""
	}
	name := ""
	pick := func(left []ast.Expr, right []ast.Expr) {
		for i, e := range right {
			if e.Pos() <= pos && pos < e.End() && i < len(left) {
				if id, ok := left[i].(*ast.Ident); ok {
					name = id.Name
				}
			}
		}
	}
	ast.Inspect(file, func(n ast.Node) bool {
		if n == nil || n.Pos() > pos || n.End() <= pos {
			return false
		}
		switch n := n.(type) {
		case *ast.AssignStmt:
			pick(n.Lhs, n.Rhs)
		case *ast.ValueSpec:
			for i, v := range n.Values {
				if i < len(n.Names) && v.Pos() <= pos && pos < v.End() {
					name = n.Names[i].Name
				}
			}
		case *ast.CompositeLit:
			if n.Lbrace != pos { // where SSA says that a literal is
				name = ""
				pick(keyed(r.pass.TypesInfo.TypeOf(n), n.Elts))
			}
		case *ast.FuncLit:
			name = ""
		}
		return true
	})
	return name
}

// keyed splits the key: value pairs of a literal of type t into names, "T.key",
// and values.
func keyed(t types.Type, elements []ast.Expr) (names, values []ast.Expr) {
	owner := unsafetype.Name(t)
	owner = owner[strings.LastIndexByte(owner, '.')+1:]
	for _, e := range elements {
		pair, ok := e.(*ast.KeyValueExpr)
		if !ok {
			continue
		}
		if key, ok := pair.Key.(*ast.Ident); ok {
			names = append(names, ast.NewIdent(strings.TrimPrefix(owner+"."+key.Name, ".")))
			values = append(values, pair.Value)
		}
	}
	return names, values
}
