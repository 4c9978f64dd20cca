package load

import (
	"context"
	"go/token"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"

	"golang.org/x/tools/go/packages"
)

// Set is the packages of the user's modules, listed and not yet type-checked.
// Each is checked on its own: what it imports comes from export data.
type Set struct {
	// Fset holds the positions of all that is checked.
	Fset *token.FileSet
	// Groups are the packages that the patterns ask for, each with its variants,
	// the one with the most files first, in an order in which imports come first.
	Groups [][]*Unit

	loader *loader
	units  map[*unit]*Unit
}

// Unit is one package of the user's modules, or a variant of it for a test.
type Unit struct {
	// ID is unique, Path is what it is imported by.
	ID, Path string
	// Imports are the packages of the user's modules that it imports directly,
	// each as it is without a test of another package.
	Imports []*Unit

	unit *unit
}

// Open lists the packages. It fails only when the go command does.
func Open(ctx context.Context, opts Options) (*Set, error) {
	l, wanted, err := openLoader(ctx, opts, true)
	if err != nil {
		return nil, err
	}
	s := &Set{Fset: l.fset, loader: l, units: map[*unit]*Unit{}}
	groups, paths := map[string][]*Unit{}, []string{}
	for _, u := range wanted {
		if groups[u.path()] == nil {
			paths = append(paths, u.path())
		}
		groups[u.path()] = append(groups[u.path()], s.unit(u))
	}
	for _, path := range paths {
		slices.SortStableFunc(groups[path], func(a, b *Unit) int { return len(b.unit.files()) - len(a.unit.files()) })
		s.Groups = append(s.Groups, groups[path])
	}
	return s, nil
}

// unit makes the Unit of u with those that it imports.
func (s *Set) unit(u *unit) *Unit {
	if known := s.units[u]; known != nil {
		return known
	}
	made := &Unit{ID: u.ImportPath, Path: u.path(), unit: u}
	s.units[u] = made
	for _, path := range u.Imports {
		dep := s.loader.units[path]
		if dep != nil && dep.intermediate() {
			dep = s.loader.units[dep.path()]
		}
		if dep != nil && dep.own && dep != u {
			made.Imports = append(made.Imports, s.unit(dep))
		}
	}
	return made
}

// Worlds are as many as may be used at once: one where packages that do not
// compile are checked from source, since others then share their types.
func (s *Set) Worlds() []*World {
	n := runtime.GOMAXPROCS(0)
	if slices.ContainsFunc(s.loader.order, func(u *unit) bool { return u.source }) {
		n = 1
	}
	worlds := make([]*World, n)
	for i := range worlds {
		worlds[i] = s.loader.newWorld("")
	}
	return worlds
}

// Check type-checks u in a world, and tells whether that went without an error;
// the gap is noted otherwise. The types are for use as long as the world is not
// used for another package.
func (s *Set) Check(u *Unit, world *World) (*packages.Package, bool) {
	imports := map[string]*unit{}
	for _, path := range u.unit.Imports {
		if dep := s.loader.units[path]; dep != nil && dep.source {
			s.loader.check(dep, world, make(chan struct{}, 1))
			imports[path] = dep
		}
	}
	if under := u.unit.under(); under != "" { // not kept: it holds all that the test imports once more
		world = s.loader.newWorld(under)
	}
	if u.unit.source { // others import it
		u.unit.once.Do(func() { s.loader.typeCheck(u.unit, world, imports) })
		return u.unit.pkg, !u.unit.pkg.IllTyped
	}
	s.loader.typeCheck(u.unit, world, imports)
	pkg := u.unit.pkg
	u.unit.pkg = nil
	return pkg, !pkg.IllTyped
}

// Modules are the folders of the user's modules, by their paths.
func (s *Set) Modules() map[string]string {
	found := map[string]string{}
	for u := range s.units {
		if m := u.Module; m != nil && m.Main {
			found[m.Path] = m.Dir
		}
	}
	return found
}

// Find returns the package that is imported by path, nil if it is none of the user's.
func (s *Set) Find(path string) *Unit { return s.units[s.loader.units[path]] }

// Main tells whether the unit is a program.
func (u *Unit) Main() bool { return u.unit.Name == "main" }

// Gaps are the packages that could not be listed or checked.
func (s *Set) Gaps() []Gap { return s.loader.sortedGaps() }

// outputName matches the names of the go command's cache: they tell the content.
var outputName = regexp.MustCompile(`^[0-9a-f]{64}-d$`)

// Content names all that u is made of: its files, what it imports, the flags and
// the compiler. All that goes into the name of what the go command compiled. It
// reports false where nothing was.
func (u *Unit) Content() (string, bool) {
	name := filepath.Base(u.unit.Export)
	if !outputName.MatchString(name) {
		return "", false
	}
	module := ""
	if m := u.unit.Module; m != nil {
		module = m.Path
	}
	return strings.Join([]string{u.ID, u.unit.Dir, module, name}, "\n"), true
}
