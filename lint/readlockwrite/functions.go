package readlockwrite

import (
	"go/ast"
	"go/types"
	"regexp"

	"golang.org/x/tools/go/analysis"

	"github.com/go-race-audit/go-race-audit/lint/syntax"
)

// calledOnce are the bodies of the package's own functions, which others cannot call, that it
// uses at one place alone, on no goroutine of its own, with those of the literals in them.
func calledOnce(pass *analysis.Pass) map[*ast.BlockStmt]bool {
	uses := map[types.Object]int{}
	for _, file := range pass.Files {
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.GoStmt, *ast.FuncLit: // run who knows how often: what is named here counts twice
				ast.Inspect(n, func(inner ast.Node) bool { return count(pass.TypesInfo, inner, uses) })
			default:
				count(pass.TypesInfo, n, uses)
			}
			return true
		})
	}
	once := map[*ast.BlockStmt]bool{}
	for _, file := range pass.Files {
		for _, decl := range file.Decls {
			fn, ok := decl.(*ast.FuncDecl)
			if ok && !fn.Name.IsExported() && uses[pass.TypesInfo.Defs[fn.Name]] == 1 {
				bodies(fn, once)
			}
		}
	}
	return once
}

// bodies adds the body of fn and those of the literals in it.
func bodies(fn *ast.FuncDecl, to map[*ast.BlockStmt]bool) {
	ast.Inspect(fn, func(n ast.Node) bool {
		if body := syntax.Body(n); body != nil {
			to[body] = true
		}
		return true
	})
}

// count adds n to the uses, if it names a function.
func count(info *types.Info, n ast.Node, uses map[types.Object]int) bool {
	if id, ok := n.(*ast.Ident); ok {
		if fn, ok := info.Uses[id].(*types.Func); ok {
			uses[fn.Origin()]++
		}
	}
	return true
}

// stream matches methods that move the position of a stream, or set its deadlines: io.Reader
// and its like are for one goroutine, whatever lock what lies below takes.
var stream = regexp.MustCompile(`^(Read|Seek|Write|Set(Read|Write)?Deadline)$`)

// stage matches methods that begin or end the life of an object, which is done once; Build ends
// that of a builder.
var stage = regexp.MustCompile(`^(?i:build|close|init|load|open|setup|start|stop)([A-Z]\w*)?$`)

// methods are the names of the package's methods, by their bodies.
func methods(pass *analysis.Pass) map[*ast.BlockStmt]string {
	names := map[*ast.BlockStmt]string{}
	for _, file := range pass.Files {
		for _, decl := range file.Decls {
			if fn, ok := decl.(*ast.FuncDecl); ok && fn.Recv != nil {
				names[fn.Body] = fn.Name.Name
			}
		}
	}
	return names
}

// given are the fields of the package's structs to which all that makes one gives something, a
// literal or new(T) with what follows it, so that they are not nil later.
func given(pass *analysis.Pass) map[types.Object]bool {
	m := &made{pass.TypesInfo, map[types.Type]int{}, map[types.Object]int{}, map[types.Object]types.Type{}}
	for _, file := range pass.Files {
		ast.Inspect(file, func(n ast.Node) bool {
			if literal, ok := n.(*ast.CompositeLit); ok {
				m.literal(literal)
			} else if body := syntax.Body(n); body != nil {
				m.news(body)
			}
			return true
		})
	}
	found := map[types.Object]bool{}
	for field, count := range m.times {
		found[field] = count == m.objects[m.owner[field]]
	}
	return found
}

// made counts what makes objects of a type, and how often it gives a field something.
type made struct {
	info    *types.Info
	objects map[types.Type]int
	times   map[types.Object]int
	owner   map[types.Object]types.Type
}

func (m *made) literal(literal *ast.CompositeLit) {
	of := m.info.TypeOf(literal)
	m.objects[of]++
	for _, element := range literal.Elts {
		if pair, ok := element.(*ast.KeyValueExpr); ok {
			if name, ok := pair.Key.(*ast.Ident); ok {
				m.give(m.info.Uses[name], pair.Value, of)
			}
		}
	}
}

// news counts `t := new(T)`, and what the statements of the same list that follow set.
func (m *made) news(body *ast.BlockStmt) {
	objects := map[types.Object]types.Type{}
	for _, stmt := range body.List {
		assign, ok := stmt.(*ast.AssignStmt)
		if !ok || len(assign.Lhs) != 1 || len(assign.Rhs) != 1 {
			continue
		}
		switch left := assign.Lhs[0].(type) {
		case *ast.Ident:
			if call, ok := assign.Rhs[0].(*ast.CallExpr); ok && syntax.IsBuiltin(m.info, call, "new") {
				of := m.info.TypeOf(call.Args[0])
				m.objects[of]++
				objects[m.info.ObjectOf(left)] = of
			}
		case *ast.SelectorExpr:
			if id, ok := left.X.(*ast.Ident); ok && objects[m.info.Uses[id]] != nil {
				m.give(m.info.Uses[left.Sel], assign.Rhs[0], objects[m.info.Uses[id]])
			}
		}
	}
}

// give notes that a field of a new object gets value.
func (m *made) give(field types.Object, value ast.Expr, of types.Type) {
	if !m.info.Types[value].IsNil() {
		m.times[field]++
		m.owner[field] = of
	}
}
