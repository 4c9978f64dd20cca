package load

import (
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/scanner"
	"go/token"
	"go/types"
	"os"
	"runtime"
	"strings"
	"sync"

	"golang.org/x/tools/go/packages"

	"github.com/go-race-audit/go-race-audit/lint/message"
)

// unit is a package with its place in the program.
type unit struct {
	*listed
	// own: part of the user's modules. source: type-checked from source, which
	// a dependency that imports an own package must be too, or there would be
	// two of each type.
	own, source bool
	pkg         *packages.Package // nil unless source and checked
	once        sync.Once
}

type loader struct {
	fset  *token.FileSet
	sizes types.Sizes
	order []*unit          // dependencies first
	units map[string]*unit // by ImportPath

	files sync.Map // name → *parsed
	// replaced are the files of an overlay, by the name that they stand for.
	replaced map[string]string

	gapMu sync.Mutex
	gaps  []Gap
}

// newLoader takes in what was listed. A lazy one takes types of the user's own
// packages from export data too, but for those that do not compile.
func newLoader(all []*listed, root string, lazy bool) *loader {
	l := &loader{
		fset: token.NewFileSet(), sizes: types.SizesFor("gc", goarch()),
		units: map[string]*unit{},
	}
	for _, p := range all { // go list -deps prints dependencies first
		u := &unit{listed: p, own: p.own(root)}
		u.source = u.own
		for _, path := range p.Imports {
			dep := l.units[path]
			u.source = u.source || dep != nil && dep.source
		}
		u.source = u.source && !u.testMain() && (!lazy || p.Export == "")
		l.units[p.ImportPath] = u
		l.order = append(l.order, u)
		if (u.own || p.unmatched()) && p.Error != nil && !harmlessListError(p.Error.Err) {
			l.gap(u, message.Of("gap-not-listed", nil), p.Error.Err)
		}
	}
	return l
}

// goarch is the architecture that is built for.
func goarch() string {
	if arch := os.Getenv("GOARCH"); arch != "" {
		return arch
	}
	return runtime.GOARCH
}

// harmlessListError: there is nothing to look at under these build flags.
func harmlessListError(text string) bool {
	return strings.Contains(text, "no non-test Go files") || strings.Contains(text, "build constraints exclude all Go files") || strings.Contains(text, "no Go files in")
}

func (l *loader) gap(u *unit, text message.Message, detail string) {
	l.gapMu.Lock()
	defer l.gapMu.Unlock()
	l.gaps = append(l.gaps, NewGap(u.path(), text, detail))
}

// checkAll type-checks all source units, each after the ones it imports.
func (l *loader) checkAll() {
	world := l.newWorld("")
	l.prefetch(world)
	slots := make(chan struct{}, runtime.GOMAXPROCS(0))
	var wg sync.WaitGroup
	for _, u := range l.order {
		if !u.source {
			continue
		}
		wg.Add(1)
		go func() {
			defer wg.Done()
			l.check(u, world, slots)
		}()
	}
	wg.Wait()
}

// check makes u.pkg, once. It holds a slot only while it works, not while it waits.
func (l *loader) check(u *unit, world *World, slots chan struct{}) {
	u.once.Do(func() {
		imports := map[string]*unit{}
		for _, path := range u.Imports {
			if dep := l.units[path]; dep != nil && dep.source {
				l.check(dep, world, slots)
				imports[path] = dep
			}
		}
		slots <- struct{}{}
		defer func() { <-slots }()
		l.typeCheck(u, world, imports)
	})
}

// typeCheck parses and checks u, whose source imports are done.
func (l *loader) typeCheck(u *unit, world *World, imports map[string]*unit) {
	p := &packages.Package{
		ID: u.ImportPath, PkgPath: u.path(), Name: u.Name, Fset: l.fset, TypesSizes: l.sizes,
		Imports: map[string]*packages.Package{},
	}
	var errs []error
	for _, name := range u.files() {
		file, err := l.parse(name)
		if err != nil {
			errs = append(errs, err)
		}
		if file != nil {
			p.Syntax, p.CompiledGoFiles = append(p.Syntax, file), append(p.CompiledGoFiles, name)
		}
	}
	conf := types.Config{
		Importer: &unitImporter{l, u, imports, world}, Sizes: l.sizes,
		// Bodies matter only where something is analyzed.
		IgnoreFuncBodies: !u.own || u.intermediate(),
		Error:            func(err error) { errs = append(errs, err) },
	}
	if m := u.Module; m != nil {
		p.Module = &packages.Module{Path: m.Path, Version: m.Version, GoVersion: m.GoVersion, Main: m.Main, Dir: m.Dir}
		if m.Main || u.own {
			p.Module.Version = "" // analyzers tell the user's modules by it
		}
		if m.GoVersion != "" {
			conf.GoVersion = "go" + m.GoVersion
		}
	}
	p.TypesInfo = newInfo()
	p.Types, _ = conf.Check(u.path(), l.fset, p.Syntax, p.TypesInfo)
	if p.IllTyped = len(errs) > 0; p.IllTyped && u.own && !u.intermediate() {
		l.gap(u, message.Of("gap-ill-typed", nil), firstErrors(errs))
	}
	if conf.IgnoreFuncBodies { // analyzers must not walk bodies without types
		p.Syntax, p.TypesInfo = nil, newInfo()
	}
	for path, dep := range imports {
		// A package that is not well-typed has no facts, and would stop this one.
		if dep.own && dep.pkg != nil && !dep.pkg.IllTyped {
			p.Imports[path] = dep.pkg
		}
	}
	u.pkg = p
}

// illTyped is the code of a gap that the type checker found.
const illTyped = "gap-ill-typed"

func newInfo() *types.Info {
	return &types.Info{
		Types: map[ast.Expr]types.TypeAndValue{}, Defs: map[*ast.Ident]types.Object{}, Uses: map[*ast.Ident]types.Object{},
		Implicits: map[ast.Node]types.Object{}, Instances: map[*ast.Ident]types.Instance{}, Scopes: map[ast.Node]*types.Scope{},
		Selections: map[*ast.SelectorExpr]*types.Selection{}, FileVersions: map[*ast.File]string{},
	}
}

// parsed is a file that several variants of a package share.
type parsed struct {
	once sync.Once
	file *ast.File
	err  error
}

func (l *loader) parse(name string) (*ast.File, error) {
	entry, _ := l.files.LoadOrStore(name, new(parsed))
	p := entry.(*parsed)
	p.once.Do(func() {
		var source any
		if other, ok := l.replaced[name]; ok {
			if source, p.err = os.ReadFile(other); p.err != nil {
				return
			}
		}
		p.file, p.err = parser.ParseFile(l.fset, name, source, parser.ParseComments|parser.SkipObjectResolution)
	})
	return p.file, p.err
}

// firstErrors is the text of the first few errors; syntax errors come as lists.
func firstErrors(errs []error) string {
	const most = 5
	var lines []string
	for _, err := range errs {
		var list scanner.ErrorList
		if errors.As(err, &list) {
			for _, e := range list {
				lines = append(lines, e.Error())
			}
			continue
		}
		lines = append(lines, err.Error())
	}
	if len(lines) > most {
		lines = append(lines[:most], fmt.Sprintf("and %d more", len(lines)-most))
	}
	return strings.Join(lines, "\n")
}
