// Package callback finds calls of functions that were handed in: hooks,
// plugins, handlers that someone else wrote.
package callback

import (
	"go/ast"
	"go/types"
	"reflect"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/go-race-audit/go-race-audit/lint/diagnostic"
	"github.com/go-race-audit/go-race-audit/lint/message"
	"github.com/go-race-audit/go-race-audit/lint/recovery"
	"github.com/go-race-audit/go-race-audit/lint/scope"
	"github.com/go-race-audit/go-race-audit/lint/syntax"
)

// Analyzer makes the *Finder of a package.
var Analyzer = &analysis.Analyzer{
	Name:       "callback",
	Doc:        "find what others plug in",
	Requires:   []*analysis.Analyzer{recovery.Analyzer},
	ResultType: reflect.TypeFor[*Finder](),
	Run:        run,
}

// maxDepth bounds how far calls are followed within the package.
const maxDepth = 1

// Finder knows what others plug into one package.
type Finder struct {
	pkg        *types.Package
	module     string // its path, if it is known
	info       *types.Info
	panics     *recovery.Info
	internal   bool                  // only the module itself can use the package
	registered map[types.Object]bool // fields
	handed     map[types.Object]bool // parameters
	origins    origins
	wired      origins // of fields of what a field holds
	sent       origins // into channels
	received   map[types.Object]ast.Expr
	made       map[types.Object]bool // by a constructor, where it is used
	api        api
	product    bool // neither an example, a test helper nor a program
	// closed are the bodies that call nothing of anyone else, as far as was looked.
	closed map[*ast.BlockStmt]bool
}

func run(pass *analysis.Pass) (any, error) {
	panics := pass.ResultOf[recovery.Analyzer].(*recovery.Info)
	f := &Finder{
		pkg: pass.Pkg, info: pass.TypesInfo, panics: panics, internal: !importable(pass.Pkg),
		registered: map[types.Object]bool{}, handed: map[types.Object]bool{}, origins: origins{}, wired: origins{}, sent: origins{}, received: map[types.Object]ast.Expr{}, made: map[types.Object]bool{}, api: api{},
		product: scope.Of(pass) == scope.Product && pass.Pkg.Name() != "main", closed: map[*ast.BlockStmt]bool{},
	}
	if pass.Module != nil {
		f.module = pass.Module.Path
	}
	if scope.Own(pass) {
		f.read()
		f.readOrigins(pass)
		f.readAPI()
	}
	return f, nil
}

// Call is a call of a function that someone else wrote.
type Call struct {
	Fun ast.Expr
	// Registered: others add it to a collection; else it was handed in.
	Registered bool
	// Plugged: what is called says by its name that others write it.
	Plugged bool
	// Entrances name the variables of exported APIs that it may have come in by.
	Entrances []string
}

// Kinds of evidence.
const (
	// Plugged: others write it, wherever it comes from.
	Plugged = "callback"
	// Handed: it comes from outside of the package, which in a program may be the
	// program itself.
	Handed = "handed"
)

// Evidence is what a call speaks for; run tells that the function is what the goroutine
// runs, and not something that it calls.
func (c *Call) Evidence(run bool) diagnostic.Evidence {
	kind := Handed
	if c.Plugged {
		kind = Plugged
	}
	e := diagnostic.Because(kind, c.words(run))
	e.Entrances = c.Entrances
	return e
}

func (c *Call) words(run bool) message.Message {
	value := types.ExprString(c.Fun)
	switch {
	case run && c.Registered:
		return message.Of("why-runs-registered", message.Args{"value": value})
	case run:
		return message.Of("why-runs-handed", message.Args{"value": value})
	case c.Registered:
		return message.Of("why-calls-registered", message.Args{"value": value})
	}
	return message.Of("why-calls-handed", message.Args{"value": value})
}

// Find returns the first call below root of a function that was handed in and
// that no recover on the way contains, or nil.
func (f *Finder) Find(root ast.Node) *Call { return f.FindRun(root, nil, nil) }

// FindRun is Find for the body of fn, if it has a name, which is run with these arguments.
func (f *Finder) FindRun(body ast.Node, fn *types.Func, args []ast.Expr) *Call {
	s := f.search(nil)
	s.calls = func(fun ast.Expr) *Call {
		if v, ok := s.holder(fun); ok && s.ours[v] {
			return nil
		}
		return s.Value(fun)
	}
	if fn != nil {
		s.give(fn, args)
	}
	s.walk(body, maxDepth)
	return s.found
}

// Open tells whether something below root, and behind no recover, calls a function value, or a
// method of what is named as what others plug in, whoever wrote it.
func (f *Finder) Open(root ast.Node) bool {
	s := f.search(func(fun ast.Expr) *Call {
		if !f.IsOpen(fun) {
			return nil
		}
		return &Call{Fun: fun}
	})
	s.walk(root, maxDepth)
	return s.found != nil
}

// IsOpen tells so of one function value that is not known here.
func (f *Finder) IsOpen(fun ast.Expr) bool {
	if !f.info.Types[fun].IsValue() || quiet(f.info.TypeOf(fun)) {
		return false
	}
	method, ok := f.method(fun)
	if !ok {
		return true
	}
	names := append([]string{syntax.TypeName(f.info.TypeOf(method.X))}, f.names(method.X)...)
	return !standardInterface(f.info.Uses[method.Sel]) && event.MatchString(method.Sel.Name) && says(names, extension) && !slices.ContainsFunc(names, observes)
}

// Value tells what a function value that is not known here is, or nil.
func (f *Finder) Value(value ast.Expr) *Call {
	if slices.ContainsFunc(f.names(value), Shutdown.MatchString) {
		return nil
	}
	registered := f.isRegistered(value)
	if !registered && !f.named(value) && !f.isHanded(value) {
		return nil
	}
	trace := f.trace(value)
	if !trace.open(value) {
		return nil
	}
	return &Call{value, registered, f.plugged(value), keys(trace.entrances)}
}
