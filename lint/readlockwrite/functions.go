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

// given are the fields of the package's structs to which each literal of their struct gives
// something, so that they are not nil later.
func given(pass *analysis.Pass) map[types.Object]bool {
	literals, times := map[types.Type]int{}, map[types.Object]int{}
	owner := map[types.Object]types.Type{}
	for _, file := range pass.Files {
		ast.Inspect(file, func(n ast.Node) bool {
			literal, ok := n.(*ast.CompositeLit)
			if !ok {
				return true
			}
			of := pass.TypesInfo.TypeOf(literal)
			literals[of]++
			for _, element := range literal.Elts {
				if pair, ok := element.(*ast.KeyValueExpr); ok && !pass.TypesInfo.Types[pair.Value].IsNil() {
					if name, ok := pair.Key.(*ast.Ident); ok {
						field := pass.TypesInfo.Uses[name]
						times[field]++
						owner[field] = of
					}
				}
			}
			return true
		})
	}
	found := map[types.Object]bool{}
	for field, count := range times {
		found[field] = count == literals[owner[field]]
	}
	return found
}
