package catalog_test

import (
	"context"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/go-race-audit/go-race-audit/lint/fix"
	"github.com/go-race-audit/go-race-audit/lint/fix/catalog"
	"github.com/go-race-audit/go-race-audit/lint/load"
	"github.com/go-race-audit/go-race-audit/lint/report"
)

var update = flag.Bool("update", false, "rewrite what the archives want")

// Each archive is a package whose lines with `// race: read` or `// race: write`
// are the accesses of one report, and the files that the first proposal makes.
func TestProposals(t *testing.T) {
	archives, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(archives) == 0 {
		t.Fatalf("no archives: %v", err)
	}
	for _, name := range archives {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			t.Parallel()
			check(t, name)
		})
	}
}

// The ends of lines, a byte order mark and a last line without an end stay.
func TestProposalsKeepTheFormOfTheFile(t *testing.T) {
	forms := map[string]func(string) string{
		"carriage returns":        func(text string) string { return strings.ReplaceAll(text, "\n", "\r\n") },
		"a byte order mark":       func(text string) string { return "\ufeff" + text },
		"no end of the last line": func(text string) string { return strings.TrimSuffix(text, "\n") },
	}
	for form, change := range forms {
		for _, name := range []string{"buffer-field", "local-buffer", "add-in-goroutine", "apart-loop"} {
			t.Run(form+" "+name, func(t *testing.T) {
				t.Parallel()
				archive := read(t, "testdata/"+name+".txtar")
				got, want := propose(t, archive, change)
				for i := range want {
					if strings.HasSuffix(want[i].Name, ".go") {
						want[i].Data = []byte(change(string(want[i].Data)))
					}
				}
				if text(got) != text(want) {
					t.Errorf("got\n%q\nwant\n%q", text(got), text(want))
				}
			})
		}
	}
}

func check(t *testing.T, name string) {
	archive := read(t, name)
	got, want := propose(t, archive, func(text string) string { return text })
	if *update {
		archive.Files = append(slices.DeleteFunc(archive.Files, wanted), got...)
		if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if text(got) != text(want) {
		t.Errorf("got\n%s\nwant\n%s", text(got), text(want))
	}
}

func read(t *testing.T, name string) *txtar.Archive {
	t.Helper()
	archive, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return archive
}

func wanted(file txtar.File) bool { return strings.HasPrefix(file.Name, "want/") }

// propose gives the files that the first proposal makes of the changed sources,
// and those that the archive wants.
func propose(t *testing.T, archive *txtar.Archive, change func(string) string) (got, want []txtar.File) {
	t.Helper()
	dir := t.TempDir()
	write(t, filepath.Join(dir, "go.mod"), "module m\n\ngo "+language(archive)+"\n")
	target := fix.Target{Fingerprint: "f"}
	var sources []txtar.File
	for _, file := range archive.Files {
		if wanted(file) {
			want = append(want, file)
			continue
		}
		source := change(string(file.Data))
		sources = append(sources, txtar.File{Name: file.Name, Data: []byte(source)})
		path := filepath.Join(dir, file.Name)
		write(t, path, source)
		target.Accesses = append(target.Accesses, marked(path, source)...)
	}
	return first(t, dir, target, sources), want
}

// language is what the first line of an archive's comment asks for, as `go 1.25: …`.
func language(archive *txtar.Archive) string {
	if wanted, ok := strings.CutPrefix(string(archive.Comment), "go "); ok {
		number, _, _ := strings.Cut(wanted, ":")
		return number
	}
	return "1.24"
}

func text(files []txtar.File) string { return string(txtar.Format(&txtar.Archive{Files: files})) }

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func marked(path, source string) (accesses []fix.Access) {
	for i, line := range strings.Split(source, "\n") {
		if _, operation, ok := strings.Cut(line, "// race: "); ok {
			accesses = append(accesses, fix.Access{Operation: strings.TrimSpace(operation), Frames: []fix.Frame{{File: path, Line: i + 1}}})
		}
	}
	return accesses
}

// first applies the first proposal.
func first(t *testing.T, dir string, target fix.Target, sources []txtar.File) []txtar.File {
	t.Helper()
	program, err := load.Load(context.Background(), load.Options{Dir: dir, Patterns: []string{"."}, Tests: true})
	if err != nil || len(program.Gaps) > 0 {
		t.Fatal(err, program.Gaps)
	}
	proposals := catalog.Propose(program, []fix.Target{target})
	if len(proposals) == 0 {
		return nil
	}
	title := txtar.File{Name: "want/title", Data: []byte(proposals[0].Pattern + ": " + proposals[0].Title + "\n")}
	files := []txtar.File{title}
	for _, source := range sources {
		path := filepath.Join(dir, source.Name)
		edits := slices.DeleteFunc(slices.Clone(proposals[0].Edits), func(e report.Edit) bool { return e.At.File != path })
		if len(edits) > 0 {
			files = append(files, txtar.File{Name: "want/" + source.Name, Data: []byte(applied(string(source.Data), edits))})
		}
	}
	return files
}

// applied makes edits, the last first.
func applied(source string, edits []report.Edit) string {
	offset := func(line, column int) int {
		at := 0
		for range line - 1 {
			at += strings.IndexByte(source[at:], '\n') + 1
		}
		return at + column - 1
	}
	slices.Reverse(edits)
	for _, e := range edits {
		source = source[:offset(e.At.Line, e.At.Column)] + e.NewText + source[offset(e.At.EndLine, e.At.EndColumn):]
	}
	return source
}
