package message

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

func TestMessagesNest(t *testing.T) {
	why := Of("bare-risk", Args{"risk": Of("risk-indexes", Args{"value": "items"})})
	got := Of("bare-function", Args{"function": "work", "why": why}).String()
	if want := "a panic in the goroutine started here ends the process: work indexes items with no recover"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := Of("who-handler", Args{"place": Of("at-line", Args{"line": 12})}).String(); got != "the handler at line 12" {
		t.Error(got)
	}
}

// Every message that any package makes has its words, those words use exactly
// the arguments that it has, and no words are left over.
func TestEveryMessageHasItsWords(t *testing.T) {
	unused := maps.Clone(templates)
	err := filepath.WalkDir("..", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.Name() == "testdata" {
			return fs.SkipDir
		}
		if strings.HasSuffix(path, ".go") && !strings.HasSuffix(path, "_test.go") {
			checkFile(t, path, unused)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for code := range unused {
		t.Errorf("nothing says %s", code)
	}
}

func checkFile(t *testing.T, path string, unused map[string]string) {
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, path, nil, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	ast.Inspect(file, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return true
		}
		fun, ok := call.Fun.(*ast.SelectorExpr)
		if !ok || fun.Sel.Name != "Of" {
			return true
		}
		if pkg, ok := fun.X.(*ast.Ident); !ok || pkg.Name != "message" {
			return true
		}
		literal, ok := call.Args[0].(*ast.BasicLit)
		if !ok {
			t.Errorf("%s: the code is no literal", fset.Position(call.Pos()))
			return true
		}
		code, _ := strconv.Unquote(literal.Value)
		delete(unused, code)
		if got, want := given(call.Args[1]), wanted(code); !slices.Equal(got, want) || templates[code] == "" {
			t.Errorf("%s: %s has the arguments %v, its words %q want %v", fset.Position(call.Pos()), code, got, templates[code], want)
		}
		return true
	})
}

// given are the names in an Args literal.
func given(arg ast.Expr) []string {
	var names []string
	if literal, ok := arg.(*ast.CompositeLit); ok {
		for _, element := range literal.Elts {
			if key, ok := element.(*ast.KeyValueExpr).Key.(*ast.BasicLit); ok {
				name, _ := strconv.Unquote(key.Value)
				names = append(names, name)
			}
		}
	}
	slices.Sort(names)
	return names
}

// wanted are the names that the words of a code use.
func wanted(code string) []string {
	var names []string
	for _, match := range hole.FindAllStringSubmatch(templates[code], -1) {
		names = append(names, match[1])
	}
	slices.Sort(names)
	return slices.Compact(names)
}
