// Package passtest runs an analyzer over one file of source in a test.
package passtest

import (
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"reflect"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
)

// Pass parses and type-checks source as the package path of the module m.
func Pass(t *testing.T, path, source string) *analysis.Pass {
	t.Helper()
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "source.go", source, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	info := &types.Info{
		Types: map[ast.Expr]types.TypeAndValue{}, Defs: map[*ast.Ident]types.Object{}, Uses: map[*ast.Ident]types.Object{},
		Implicits: map[ast.Node]types.Object{}, Instances: map[*ast.Ident]types.Instance{}, Scopes: map[ast.Node]*types.Scope{},
		Selections: map[*ast.SelectorExpr]*types.Selection{},
	}
	conf := types.Config{Importer: importer.ForCompiler(fset, "gc", compiled)}
	pkg, err := conf.Check(path, fset, []*ast.File{file}, info)
	if err != nil {
		t.Fatal(err)
	}
	return &analysis.Pass{
		Fset: fset, Files: []*ast.File{file}, Pkg: pkg, TypesInfo: info, TypesSizes: types.SizesFor("gc", "amd64"),
		Module:   &analysis.Module{Path: "m"},
		ResultOf: map[*analysis.Analyzer]any{}, Report: func(analysis.Diagnostic) {},
		ReadFile: func(string) ([]byte, error) { return []byte(source), nil },
	}
}

// compiled opens what the go command keeps of a package of the standard library.
func compiled(path string) (io.ReadCloser, error) {
	out, err := exec.Command("go", "list", "-export", "-f", "{{.Export}}", path).Output()
	if err != nil {
		return nil, err
	}
	return os.Open(strings.TrimSpace(string(out)))
}

// Run runs a, and what it requires, over pass. Facts stay within the package.
func Run(t *testing.T, pass *analysis.Pass, a *analysis.Analyzer) any {
	t.Helper()
	for _, required := range a.Requires {
		if pass.ResultOf[required] == nil {
			pass.ResultOf[required] = Run(t, pass, required)
		}
	}
	own := *pass
	own.Analyzer = a
	facts := map[types.Object]analysis.Fact{}
	own.ExportObjectFact = func(obj types.Object, fact analysis.Fact) { facts[obj] = fact }
	own.ImportObjectFact = func(obj types.Object, fact analysis.Fact) bool {
		known, ok := facts[obj]
		if ok {
			reflect.ValueOf(fact).Elem().Set(reflect.ValueOf(known).Elem())
		}
		return ok
	}
	own.AllObjectFacts = func() []analysis.ObjectFact { return nil }
	result, err := a.Run(&own)
	if err != nil {
		t.Fatal(err)
	}
	return result
}
