package diagnostic_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"slices"
	"strings"
	"testing"

	"github.com/go-race-audit/go-race-audit/lint/diagnostic"
)

// The names in the strings are what runtime.FuncForPC printed under Go 1.26
// for the same source, built with -gcflags=-l.
const named = `package main
var a = func() { at("init.func1") }
var b = func() { at("init.func2"); func() { at("init.func2.1") }() }
var c int
type T[K any] struct{}
func (*T[K]) M() { func() { at("(*T[...]).M.func1") }() }
type V struct{}
func (V) M() {
	defer func() { at("V.M.func1") }()
	func() { at("V.M.func2"); func() { at("V.M.func2.1"); func() { at("V.M.func2.1.1") }() }() }()
	at("V.M")
}
func main() { go func() { at("main.func1") }() }
`

func TestFunctionNamesAsTheRuntimeDoes(t *testing.T) {
	file, err := parser.ParseFile(token.NewFileSet(), "a.go", named, 0)
	if err != nil {
		t.Fatal(err)
	}
	checked := 0
	ast.Inspect(file, func(n ast.Node) bool {
		lit, ok := n.(*ast.BasicLit)
		if !ok {
			return true
		}
		checked++
		if got, want := diagnostic.Function(file, lit.Pos()), strings.Trim(lit.Value, `"`); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
		return true
	})
	if checked != 10 {
		t.Errorf("checked %d names, want 10", checked)
	}
	if got := diagnostic.Function(file, file.Name.Pos()); got != "" {
		t.Errorf("outside every function: got %q", got)
	}
}

// The race detector names methods by the same rules as literals within them.
func TestFuncNameOfDeclarations(t *testing.T) {
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "a.go", `package a
func F() {}
type T[K any] struct{}
func (*T[K]) M() {}
type V struct{}
func (V) M() {}
func (*V) P() {}
`, 0)
	if err != nil {
		t.Fatal(err)
	}
	info := &types.Info{Defs: map[*ast.Ident]types.Object{}}
	if _, err := new(types.Config).Check("a", fset, []*ast.File{file}, info); err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, decl := range file.Decls {
		if fn, ok := decl.(*ast.FuncDecl); ok {
			got = append(got, diagnostic.FuncName(info.Defs[fn.Name].(*types.Func)))
		}
	}
	if want := []string{"F", "(*T[...]).M", "V.M", "(*V).P"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
