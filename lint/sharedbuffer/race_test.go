package sharedbuffer_test

import (
	"bytes"
	"context"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// The labels of testdata/src/shared are what the race detector says, not what
// the analyzer's author thinks: every Bad function without parameters must make
// it speak, no Good one may.
func TestLabelsUnderRaceDetector(t *testing.T) {
	if testing.Short() {
		t.Skip("builds and runs a program with -race")
	}
	program := buildRaceProgram(t, filepath.Join("testdata", "src", "shared"))
	for _, name := range labelled(t, filepath.Join("testdata", "src", "shared")) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			raced := false
			for tries := 0; tries < attempts(name) && !raced; tries++ {
				raced = races(t, program, name)
			}
			if bad := strings.HasPrefix(name, "Bad"); raced != bad {
				t.Errorf("race detector reports a race: %v", raced)
			}
		})
	}
}

// attempts is how often a function runs: a bad one until it races, which the
// scheduler decides.
func attempts(name string) int {
	if strings.HasPrefix(name, "Bad") {
		return 20
	}
	return 2
}

// races runs one function 30 times and tells whether a race was reported.
func races(t *testing.T, program, name string) bool {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, program, name)
	cmd.Env = append(os.Environ(), "GORACE=halt_on_error=1 exitcode=66 atexit_sleep_ms=5")
	out, err := cmd.CombinedOutput()
	if ctx.Err() != nil {
		t.Fatalf("%s does not end: %s", name, out)
	}
	if err != nil && !bytes.Contains(out, []byte("DATA RACE")) && !strings.HasPrefix(name, "Bad") {
		t.Fatalf("%s: %v\n%s", name, err, out)
	}
	return bytes.Contains(out, []byte("DATA RACE"))
}

// labelled lists the Bad and Good functions that need no arguments.
func labelled(t *testing.T, dir string) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, path := range files {
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, decl := range file.Decls {
			fn, ok := decl.(*ast.FuncDecl)
			if ok && fn.Recv == nil && fn.Type.Params.NumFields() == 0 && isLabel(fn.Name.Name) {
				names = append(names, fn.Name.Name)
			}
		}
	}
	slices.Sort(names)
	return names
}

func isLabel(name string) bool {
	return strings.HasPrefix(name, "Bad") || strings.HasPrefix(name, "Good")
}

// buildRaceProgram copies the package beside a main function that runs the
// function its argument names.
func buildRaceProgram(t *testing.T, dir string) string {
	t.Helper()
	work := t.TempDir()
	sources, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range sources {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		write(t, filepath.Join(work, filepath.Base(path)), strings.Replace(string(text), "package shared", "package main", 1))
	}
	var main strings.Builder
	main.WriteString("package main\n\nimport \"os\"\n\nfunc main() {\n\tf := map[string]func(){\n")
	for _, name := range labelled(t, dir) {
		fmt.Fprintf(&main, "\t\t%q: %s,\n", name, name)
	}
	main.WriteString("\t}[os.Args[1]]\n\tfor range 30 {\n\t\tf()\n\t}\n}\n")
	write(t, filepath.Join(work, "main.go"), main.String())
	write(t, filepath.Join(work, "go.mod"), "module labels\n\ngo 1.25\n")
	program := filepath.Join(work, "labels")
	build := exec.Command("go", "build", "-race", "-o", program, ".")
	build.Dir = work
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return program
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}
