package drive_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/go-race-audit/go-race-audit/lint/drive"
	"github.com/go-race-audit/go-race-audit/lint/load"
	"github.com/go-race-audit/go-race-audit/lint/recovermisuse"
	"github.com/go-race-audit/go-race-audit/lint/report"
	"github.com/go-race-audit/go-race-audit/lint/sharedbuffer"
	"github.com/go-race-audit/go-race-audit/lint/unrecoveredgoroutine"
	"github.com/go-race-audit/go-race-audit/lint/workerloop"
)

// labelled is a function of the labelled module with its label: "good", "note",
// "bad <analyzer>", or "missed <analyzer>" for what is known to be left out.
type labelled struct {
	name, file  string
	first, last int
	label       []string
}

// labels reads the directives `//label:…` of the module.
func labels(t *testing.T, dir string) []labelled {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*", "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	commands, err := filepath.Glob(filepath.Join(dir, "cmd", "*", "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	var found []labelled
	for _, name := range append(files, commands...) {
		fset := token.NewFileSet()
		file, err := parser.ParseFile(fset, name, nil, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		for _, decl := range file.Decls {
			fn, ok := decl.(*ast.FuncDecl)
			if !ok || fn.Doc == nil {
				continue
			}
			for _, comment := range fn.Doc.List {
				if label, ok := strings.CutPrefix(comment.Text, "//label:"); ok {
					first, last := fset.Position(fn.Pos()).Line, fset.Position(fn.End()).Line
					found = append(found, labelled{fn.Name.Name, name, first, last, strings.Fields(label)})
				}
			}
		}
	}
	return found
}

// inside lists what doc says of fn by the analyzers of the recover family.
func (fn labelled) inside(doc *report.Document) (loud map[string]bool, notes int) {
	loud = map[string]bool{}
	for _, d := range doc.Diagnostics {
		if d.At.File != fn.file || d.At.Line < fn.first || fn.last < d.At.Line || d.Ignored != nil {
			continue
		}
		if d.Severity == "note" {
			notes++
		} else {
			loud[d.Analyzer] = true
		}
	}
	return loud, notes
}

// The set was written from the issue and the guide, before the analyzers were read.
func TestLabelledFunctionsAreReportedAsLabelled(t *testing.T) {
	dir, err := filepath.Abs(filepath.Join("testdata", "labelled"))
	if err != nil {
		t.Fatal(err)
	}
	set, err := load.Open(t.Context(), load.Options{Dir: dir, Patterns: []string{"./..."}, Tests: true})
	if err != nil {
		t.Fatal(err)
	}
	family := []*analysis.Analyzer{unrecoveredgoroutine.Analyzer, workerloop.Analyzer, recovermisuse.Analyzer, sharedbuffer.Analyzer}
	doc, err := drive.Run(set, family, nil)
	if err != nil {
		t.Fatal(err)
	}
	count := map[string]int{}
	for _, fn := range labels(t, dir) {
		count[fn.label[0]]++
		loud, notes := fn.inside(doc)
		wrong := false
		switch fn.label[0] {
		case "bad":
			wrong = !loud[fn.label[1]]
		case "missed": // whoever finds it may say so
			wrong = loud[fn.label[1]]
		case "note":
			wrong = notes == 0 || len(loud) > 0
		default:
			wrong = len(loud) > 0
		}
		if wrong {
			t.Errorf("%s in %s: %v, notes %d, want %v", fn.name, filepath.Base(fn.file), loud, notes, fn.label)
		}
	}
	if len(doc.Gaps) > 0 || count["bad"] < 80 || count["good"] < 100 {
		t.Errorf("%v, gaps %+v", count, doc.Gaps)
	}
}
