// Package inventory lists every place outside tests and generated files where
// a goroutine is started, and says whether a panic there is contained.
package inventory

import (
	"go/ast"
	"reflect"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/go-race-audit/go-race-audit/lint/diagnostic"
	"github.com/go-race-audit/go-race-audit/lint/launch"
	"github.com/go-race-audit/go-race-audit/lint/recovery"
	"github.com/go-race-audit/go-race-audit/lint/scope"
)

// Analyzer makes the *Inventory of a package.
var Analyzer = &analysis.Analyzer{
	Name:       "inventory",
	Doc:        "list where goroutines start",
	Requires:   []*analysis.Analyzer{recovery.Analyzer},
	ResultType: reflect.TypeFor[*Inventory](),
	Run:        run,
}

// Inventory is what one package starts.
type Inventory struct {
	Place scope.Place
	// Program: the package is a program, and neither an example nor a tool.
	Program  bool
	Launches []Launch
	// Ends counts the handlers of requests that recover to end the process.
	Ends int
}

// Launch is one launch site with its judgement.
type Launch struct {
	launch.Site
	recovery.Coverage
	File *ast.File
	// Enclosing are the functions around the site, outermost first.
	Enclosing []ast.Node
	// Around are all the nodes around the site, outermost first.
	Around []ast.Node
	// Function names the innermost of them.
	Function string
	// InLauncher: what runs is a parameter of the enclosing function, so that
	// the launch is judged here once and not at each of its callers.
	InLauncher bool
	// FailFast: the code says or shows that a panic is meant to end the process.
	FailFast bool
}

func run(pass *analysis.Pass) (any, error) {
	found := &Inventory{Place: scope.Product}
	if !scope.Own(pass) {
		return found, nil
	}
	found.Place = scope.Of(pass)
	found.Program = pass.Pkg.Name() == "main" && (found.Place == scope.Product || found.Place == scope.Command)
	info := pass.ResultOf[recovery.Analyzer].(*recovery.Info)
	for _, file := range pass.Files {
		if !scope.Reported(pass.Fset, file) {
			continue
		}
		l := &lister{pass: pass, info: info, file: file, place: found.Place}
		ast.Inspect(file, l.visit)
		found.Launches = append(found.Launches, l.launches...)
		found.Ends += l.ends
	}
	return found, nil
}

// lister walks one file.
type lister struct {
	pass     *analysis.Pass
	info     *recovery.Info
	file     *ast.File
	place    scope.Place // of the package
	stack    []ast.Node
	launches []Launch
	ends     int // handlers of requests that recover to end the process
}

func (l *lister) visit(n ast.Node) bool {
	if n == nil {
		l.stack = l.stack[:len(l.stack)-1]
		return true
	}
	l.stack = append(l.stack, n)
	if l.info.EndsRequests(n) && l.at(n) == scope.Product {
		l.ends++
	}
	for _, site := range l.info.Sites(n) {
		if site.Trigger == launch.TriggerRequest { // the server starts those, and recovers
			continue
		}
		l.launches = append(l.launches, l.judge(site))
	}
	return true
}

// judge makes the entry of one site.
func (l *lister) judge(site launch.Site) Launch {
	entry := Launch{
		Site: site, Coverage: l.info.Cover(site), File: l.file, Around: slices.Clone(l.stack),
		Function: diagnostic.Function(l.file, site.Node.Pos()),
	}
	for _, n := range l.stack {
		switch n.(type) {
		case *ast.FuncDecl, *ast.FuncLit:
			entry.Enclosing = append(entry.Enclosing, n)
		}
	}
	entry.InLauncher = l.runsParameter(entry)
	entry.FailFast = l.failFast(entry)
	if entry.Status != recovery.Uncovered {
		return entry
	}
	place := l.at(site.Node)
	switch {
	case l.announced(entry):
		entry.Status, entry.Why = recovery.Exempt, "a comment says that it must not recover"
	case place != scope.Product:
		entry.Status, entry.Why = recovery.Exempt, "part of "+article(place)
	case l.info.Forwards(entry.Node):
		entry.Why = "runs on a goroutine of " + entry.Name + ", and is reported there"
	}
	return entry
}

// at is the place of n.
func (l *lister) at(n ast.Node) scope.Place { return scope.At(l.pass.Fset, l.file, n.Pos(), l.place) }

func article(place scope.Place) string {
	if place == scope.Example {
		return "an example"
	}
	return "a " + string(place)
}

// runsParameter: the launched function is, or only calls, a parameter of the
// function around it.
func (l *lister) runsParameter(entry Launch) bool {
	if len(entry.Enclosing) == 0 {
		return false
	}
	decl, ok := entry.Enclosing[0].(*ast.FuncDecl)
	if !ok {
		return false
	}
	fn := l.info.Function(decl)
	return fn != nil && len(l.info.Of(fn).Spawns) > 0
}
