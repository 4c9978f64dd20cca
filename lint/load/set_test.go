package load_test

import (
	"context"
	"strings"
	"testing"

	"github.com/go-race-audit/go-race-audit/lint/load"
)

func opened(t *testing.T, dir string) *load.Set {
	t.Helper()
	set, err := load.Open(context.Background(), load.Options{Dir: dir, Patterns: []string{"./..."}, Tests: true})
	if err != nil {
		t.Fatal(err)
	}
	return set
}

// variants of the packages under test, their external tests and what lies
// between: each world of types must fit together.
const worlds = `
-- go.mod --
module m
go 1.24
-- a/a.go --
package a
type A struct{ n int }
-- a/a_test.go --
package a
func Fresh() A { return A{1} }
-- a/x_test.go --
package a_test
import ("testing"; "m/a"; "m/c")
func TestX(t *testing.T) { var v a.A = c.New(); v = a.Fresh(); _ = v }
-- c/c.go --
package c
import "m/a"
func New() a.A { return a.A{} }
-- broken/broken.go --
package broken
var X int = "x"
-- uses/uses.go --
package uses
import ("m/broken"; "m/c")
var _, _ = broken.X, c.New()
`

func TestEachPackageIsCheckedOnItsOwn(t *testing.T) {
	set := opened(t, module(t, worlds))
	var got []string
	world := set.Worlds()[0]
	for _, group := range set.Groups {
		for _, unit := range group {
			if _, ok := set.Check(unit, world); ok {
				got = append(got, unit.Path)
				break
			}
		}
	}
	if want := "m/a m/a_test m/c m/uses"; strings.Join(sorted(got), " ") != want {
		t.Errorf("checked %v, want %s; gaps %v", got, want, set.Gaps())
	}
	for _, gap := range set.Gaps() {
		if gap.Package != "m/broken" && gap.Package != "m/uses" {
			t.Errorf("gap: %+v", gap)
		}
	}
}

// A name for all that a package is made of must change with it, and with
// nothing else: m/a_test imports m/c, whose lines move.
func TestContentNamesWhatAPackageIsMadeOf(t *testing.T) {
	dir := module(t, worlds)
	before := contents(t, dir)
	write(t, dir, "c/c.go", "package c\n// another comment\nimport \"m/a\"\nfunc New() a.A { return a.A{} }\n")
	after := contents(t, dir)
	for path, content := range before {
		if changed := after[path] != content; changed != (path == "m/c" || path == "m/a_test") {
			t.Errorf("%s: changed is %v", path, changed)
		}
	}
	if _, known := before["m/broken"]; known {
		t.Error("a package that does not compile has a content")
	}
}

func contents(t *testing.T, dir string) map[string]string {
	t.Helper()
	found := map[string]string{}
	for _, group := range opened(t, dir).Groups {
		if content, ok := group[0].Content(); ok {
			found[group[0].Path] = content
		}
	}
	return found
}
