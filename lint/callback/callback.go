// Package callback finds calls of functions that were handed in: hooks,
// plugins, handlers that someone else wrote.
package callback

import (
	"go/ast"
	"go/types"
	"regexp"

	"golang.org/x/tools/go/analysis"

	"github.com/go-race-audit/go-race-audit/lint/recovery"
)

// maxDepth bounds how far calls are followed within the package.
const maxDepth = 1

// Finder knows what others plug into one package.
type Finder struct {
	info       *types.Info
	panics     *recovery.Info
	internal   bool                  // only the module itself can use the package
	registered map[types.Object]bool // fields
	handed     map[types.Object]bool // parameters
	origins    origins
}

// NewFinder reads the package of pass.
func NewFinder(pass *analysis.Pass, panics *recovery.Info) *Finder {
	f := &Finder{pass.TypesInfo, panics, !importable(pass.Pkg), map[types.Object]bool{}, map[types.Object]bool{}, origins{}}
	f.read()
	f.readOrigins(pass.Fset)
	return f
}

// Call is a call of a function that someone else wrote.
type Call struct {
	Fun ast.Expr
	// Origin says where the function comes from, as a relative clause.
	Origin string
	// Plugged: what is called says by its name that others write it.
	Plugged bool
}

// Kinds of evidence.
const (
	// Plugged: others write it, wherever it comes from.
	Plugged = "callback"
	// Handed: it comes from outside of the package, which in a program may be the
	// program itself.
	Handed = "handed"
)

// Kind is what a call is evidence of.
func (c *Call) Kind() string {
	if c.Plugged {
		return Plugged
	}
	return Handed
}

// Find returns the first call below root of a function that was handed in and
// that no recover on the way contains, or nil.
func (f *Finder) Find(root ast.Node) *Call {
	s := &search{f, map[*types.Func]bool{}, map[*types.Var]bool{}, nil}
	s.walk(root, maxDepth)
	return s.found
}

// Value tells what a function value that is not known here is, or nil.
func (f *Finder) Value(value ast.Expr) *Call {
	switch {
	case f.isRegistered(value):
		return &Call{value, "which others register", f.plugged(value)}
	case f.named(value), f.isHanded(value):
		return &Call{value, "which was handed in", f.plugged(value)}
	}
	return nil
}

type search struct {
	*Finder
	seen map[*types.Func]bool
	// ours are the parameters that the calls on the way give nothing of anyone else.
	ours  map[*types.Var]bool
	found *Call
}

func (s *search) walk(root ast.Node, depth int) {
	ast.Inspect(root, func(n ast.Node) bool {
		if s.found != nil {
			return false
		}
		switch n := n.(type) {
		case *ast.GoStmt, *ast.DeferStmt:
			return false
		case *ast.FuncLit:
			return n == root
		case *ast.CallExpr:
			target := s.panics.Resolve(n.Fun)
			switch {
			case target.Lit != nil:
				if !s.panics.LitRecovers(target.Lit) && ast.Unparen(n.Fun) == target.Lit {
					s.walk(target.Lit.Body, depth)
				}
			case target.Func != nil:
				s.inside(target.Func, n.Args, depth)
			default:
				if v, ok := s.variable(n.Fun); !ok || !s.ours[v] {
					s.found = s.Value(n.Fun)
				}
			}
		}
		return true
	})
}

// windsDown matches functions that end what a process does; it is about to end too.
var windsDown = regexp.MustCompile(`^(Stop|Shutdown|Close|stop|shutdown|close)`)

// inside follows a call within the package.
func (s *search) inside(fn *types.Func, args []ast.Expr, depth int) {
	decl := s.panics.Decl(fn)
	if decl == nil || depth == 0 || s.seen[fn] || s.panics.Of(fn).Recovers || windsDown.MatchString(fn.Name()) {
		return
	}
	s.seen[fn] = true
	for i := range min(len(args), fn.Signature().Params().Len()) {
		if s.info.Types[args[i]].IsNil() || s.written(args[i], maxSources) {
			s.ours[fn.Signature().Params().At(i)] = true
		}
	}
	s.walk(decl.Body, depth-1)
}
