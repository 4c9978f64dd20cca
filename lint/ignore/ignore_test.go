package ignore_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"testing"

	"github.com/go-race-audit/go-race-audit/lint/ignore"
)

const source = `package a

func f() {
	one() //race-audit:ignore x the peer ends first
	two()
	//race-audit:ignore x read only
	// and more words
	three()
	four() //race-audit:ignore x
	five() //race-audit:ignore y another analyzer
	six() //  race-audit:ignore x not a directive
	seven() //race-audit:ignored x not a directive
	eight()
}

// g does all of it.
//
// race-audit:ignore x the whole function is called once
func g() {
	nine()

	ten()
}

func h() { eleven() }
`

func TestFindSilencesWhereTheCommentStands(t *testing.T) {
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "a.go", source, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	directives := ignore.Parse(fset, []*ast.File{file})
	want := map[string]string{
		"one": "the peer ends first", "three": "read only",
		"nine": "the whole function is called once", "ten": "the whole function is called once",
	}
	calls := 0
	ast.Inspect(file, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return true
		}
		calls++
		name := call.Fun.(*ast.Ident).Name
		if d, _ := ignore.Find(directives, fset, "x", call.Pos()); d.Reason != want[name] {
			t.Errorf("%s: got %q, want %q", name, d.Reason, want[name])
		}
		return true
	})
	if calls != 11 {
		t.Errorf("saw %d calls, want 11", calls)
	}
}
