package load_test

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/go-race-audit/go-race-audit/lint/load"
)

// module writes the files of an archive into a fresh folder.
func module(t *testing.T, archive string) string {
	t.Helper()
	dir := t.TempDir()
	for _, file := range txtar.Parse([]byte(archive)).Files {
		write(t, dir, file.Name, string(file.Data))
	}
	return dir
}

func write(t *testing.T, dir, name, text string) {
	t.Helper()
	path := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func sorted(list []string) []string {
	list = slices.Clone(list)
	slices.Sort(list)
	return list
}

func loaded(t *testing.T, opts load.Options) *load.Program {
	t.Helper()
	program, err := load.Load(context.Background(), opts)
	if err != nil {
		t.Fatal(err)
	}
	return program
}

// describe lists the roots with the number of their files.
func describe(program *load.Program) string {
	var roots []string
	for _, p := range program.Roots {
		files := make([]string, 0, len(p.CompiledGoFiles))
		for _, f := range p.CompiledGoFiles {
			files = append(files, filepath.Base(f))
		}
		roots = append(roots, p.PkgPath+"("+strings.Join(files, " ")+")")
	}
	slices.Sort(roots)
	return strings.Join(roots, " ")
}

func TestTestFilesBelongToTheirPackage(t *testing.T) {
	dir := module(t, `
-- go.mod --
module m
go 1.24
-- a/a.go --
package a
import "m/b"
type A struct{ B b.B }
-- a/a_test.go --
package a
import "testing"
func TestA(t *testing.T) { _ = A{} }
-- a/x_test.go --
package a_test
import ("testing"; "m/a"; "m/c")
func TestX(t *testing.T) { var v a.A = c.New(); _ = v }
-- b/b.go --
package b
import "bytes"
type B struct{ bytes.Buffer }
-- c/c.go --
package c
import "m/a"
func New() a.A { return a.A{} }
-- empty/only_linux_arm.go --
package empty
`)
	got := loaded(t, load.Options{Dir: dir, Patterns: []string{"./..."}, Tests: true})
	if want := "m/a(a.go a_test.go) m/a_test(x_test.go) m/b(b.go) m/c(c.go)"; describe(got) != want {
		t.Errorf("roots: got %s, want %s", describe(got), want)
	}
	if len(got.Gaps) != 0 {
		t.Errorf("gaps: %+v", got.Gaps)
	}
	got = loaded(t, load.Options{Dir: dir, Patterns: []string{"./a"}})
	if want := "m/a(a.go)"; describe(got) != want {
		t.Errorf("without tests: got %s, want %s", describe(got), want)
	}
}

func TestBrokenPackagesAreGapsAndTheOthersGoOn(t *testing.T) {
	dir := module(t, `
-- go.mod --
module m
go 1.24
-- good/good.go --
package good
-- types/types.go --
package types
var X int = "x"
func Y() {}
-- uses/uses.go --
package uses
import "m/types"
var _ = types.Y
-- syntax/syntax.go --
package syntax
func {
-- missing/missing.go --
package missing
import _ "example.com/none"
-- tests/tests.go --
package tests
-- tests/tests_test.go --
package tests
var _ = undefined
`)
	got := loaded(t, load.Options{Dir: dir, Patterns: []string{"./..."}, Tests: true, Mod: "mod"})
	if want := "m/good(good.go) m/tests(tests.go) m/uses(uses.go)"; describe(got) != want {
		t.Errorf("roots: got %s, want %s", describe(got), want)
	}
	var gaps []string
	for _, gap := range got.Gaps {
		if !slices.Contains(gaps, gap.Package) {
			gaps = append(gaps, gap.Package)
		}
		if gap.Detail == "" {
			t.Errorf("%s: gap without detail", gap.Package)
		}
	}
	if want := []string{"m/missing", "m/syntax", "m/tests", "m/types"}; !slices.Equal(gaps, want) {
		t.Errorf("gaps: got %v, want %v", gaps, want)
	}
}

func TestWorkspaceAndReplacedModulesAreOwn(t *testing.T) {
	dir := module(t, `
-- go.work --
go 1.24
use ./one
use ./two
-- one/go.mod --
module one
go 1.24
require lib v0.0.0
replace lib => ../lib
-- one/one.go --
package one
import ("lib"; "two")
var _, _ = lib.X, two.Y
-- two/go.mod --
module two
go 1.24
-- two/two.go --
package two
var Y int
-- lib/go.mod --
module lib
go 1.24
-- lib/lib.go --
package lib
var X int
-- .git/HEAD --
`)
	got := loaded(t, load.Options{Dir: filepath.Join(dir, "one"), Patterns: []string{"./..."}})
	if want := "one(one.go)"; describe(got) != want {
		t.Fatalf("roots: got %s, want %s", describe(got), want)
	}
	for _, path := range []string{"lib", "two"} {
		if dep := got.Roots[0].Imports[path]; dep == nil || len(dep.Syntax) != 1 {
			t.Errorf("%s is not loaded from source", path)
		}
	}
}

func TestBuildTagsVendorAndCgo(t *testing.T) {
	dir := module(t, `
-- go.mod --
module m
go 1.24
require dep v1.0.0
-- vendor/modules.txt --
# dep v1.0.0
## explicit; go 1.24
dep
-- vendor/dep/dep.go --
package dep
var X int
-- a.go --
package m
import "dep"
var _ = dep.X
-- tagged.go --
//go:build extra
package m
-- c/c.go --
package c
// int one(void) { return 1; }
import "C"
func One() int { return int(C.one()) }
`)
	got := loaded(t, load.Options{Dir: dir, Patterns: []string{"."}, Tags: "extra"})
	if want := "m(a.go tagged.go)"; describe(got) != want {
		t.Errorf("roots: got %s, want %s; gaps %v", describe(got), want, got.Gaps)
	}
	if len(got.Roots) == 1 && len(got.Roots[0].Imports) != 0 {
		t.Errorf("a vendored package is loaded from source: %v", got.Roots[0].Imports)
	}
	got = loaded(t, load.Options{Dir: dir, Patterns: []string{"./c"}})
	if len(got.Roots) != 1 || len(got.Gaps) != 0 {
		t.Fatalf("cgo: roots %s, gaps %v", describe(got), got.Gaps)
	}
	one := got.Roots[0].Types.Scope().Lookup("One")
	if at := got.Fset.Position(one.Pos()); filepath.Base(at.Filename) != "c.go" || at.Line != 4 {
		t.Errorf("One is at %v, want c.go:4", at)
	}
}

func TestWhatCannotBeListedIsAnError(t *testing.T) {
	dir := module(t, "-- a.go --\npackage a\n")
	if _, err := load.Load(context.Background(), load.Options{Dir: dir, Patterns: []string{"./..."}}); err == nil || !strings.Contains(err.Error(), "main module") {
		t.Errorf("without go.mod: got %v", err)
	}
}
