package drive_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/go-race-audit/go-race-audit/lint/diagnostic"
	"github.com/go-race-audit/go-race-audit/lint/drive"
	"github.com/go-race-audit/go-race-audit/lint/load"
	"github.com/go-race-audit/go-race-audit/lint/registry"
	"github.com/go-race-audit/go-race-audit/lint/report"
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
	var files []string
	for _, depth := range []string{"*", "*/*", "*/*/*"} { // vendor lies deeper
		matches, err := filepath.Glob(filepath.Join(dir, depth+".go"))
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, matches...)
	}
	var found []labelled
	for _, name := range files {
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

// inside lists what doc says of fn. What is wrong with a bad function may be reported where
// the other access is.
func (fn labelled) inside(doc *report.Document) (loud map[string]bool, notes int) {
	loud = map[string]bool{}
	for _, d := range doc.Diagnostics {
		other := fn.label[0] == "bad" && slices.ContainsFunc(d.Related, func(r report.Related) bool {
			return (r.Role == diagnostic.Access || r.Role == diagnostic.Goroutine) && fn.holds(r.At)
		})
		if !fn.holds(d.At) && !other || d.Ignored != nil {
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

func (fn labelled) holds(at report.Place) bool {
	return at.File == fn.file && fn.first <= at.Line && at.Line <= fn.last
}

// sets are the labelled modules, with how many bad and good functions each has at least.
var sets = []struct {
	folder    string
	bad, good int
}{
	{"labelled", 80, 100},  // written from the issue and the guide, before the recover family was read
	{"examined", 50, 50},   // written in other styles, for all families, before it was run
	{"service", 40, 60},    // written by somebody who had not seen the analyzers, as one service
	{"files", 45, 60},      // likewise, as files that stand alone
	{"incidents", 55, 60},  // likewise, for all four analyzers, after those two
	{"platform", 50, 80},   // likewise, as the services of one company
	{"catalogue", 75, 100}, // likewise, sentence by sentence of what the lint is to find
	{"frameworks", 60, 80}, // likewise, with popular frameworks and clients, which are stubs
}

func TestLabelledFunctionsAreReportedAsLabelled(t *testing.T) {
	for _, set := range sets {
		t.Run(set.folder, func(t *testing.T) {
			dir, err := filepath.Abs(filepath.Join("testdata", set.folder))
			if err != nil {
				t.Fatal(err)
			}
			opened, err := load.Open(t.Context(), load.Options{Dir: dir, Patterns: []string{"./..."}, Tests: true})
			if err != nil {
				t.Fatal(err)
			}
			doc, err := drive.Run(opened, registry.Analyzers(), nil)
			if err != nil {
				t.Fatal(err)
			}
			count := map[string]int{}
			for _, fn := range labels(t, dir) {
				count[fn.label[0]]++
				if loud, notes := fn.inside(doc); fn.wrong(loud, notes) {
					t.Errorf("%s in %s: %v, notes %d, want %v", fn.name, filepath.Base(fn.file), loud, notes, fn.label)
				}
			}
			if len(doc.Gaps) > 0 || count["bad"] < set.bad || count["good"] < set.good {
				t.Errorf("%v, gaps %+v", count, doc.Gaps)
			}
		})
	}
}

// wrong tells whether what was said of fn is not what its label wants.
func (fn labelled) wrong(loud map[string]bool, notes int) bool {
	switch fn.label[0] {
	case "bad":
		return !loud[fn.label[1]]
	case "missed": // whoever finds it may say so
		return loud[fn.label[1]]
	case "note":
		return notes == 0 || len(loud) > 0
	}
	return len(loud) > 0
}
