package callback

import (
	"go/ast"
	"go/types"
	"regexp"
)

// search looks through one body, and what it calls, for a call.
type search struct {
	*Finder
	seen map[*types.Func]bool
	// ours are the parameters that the calls on the way give nothing of anyone else.
	ours map[*types.Var]bool
	// calls says whether a call of a value that is not known here is looked for.
	calls func(fun ast.Expr) *Call
	found *Call
}

func (f *Finder) search(calls func(fun ast.Expr) *Call) *search {
	return &search{Finder: f, seen: map[*types.Func]bool{}, ours: map[*types.Var]bool{}, calls: calls}
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
				s.found = s.calls(n.Fun)
			}
		}
		return true
	})
}

// Shutdown matches what runs while the process ends anyway.
var Shutdown = regexp.MustCompile(`(?i)shutdown|sigterm|stopping$`)

// windsDown matches functions that end what a process does; it is about to end too.
var windsDown = regexp.MustCompile(`^(Stop|Shutdown|Close|stop|shutdown|close)`)

// inside follows a call within the package.
func (s *search) inside(fn *types.Func, args []ast.Expr, depth int) {
	decl := s.panics.Decl(fn)
	fact := s.panics.Of(fn)
	if decl == nil || depth == 0 || s.seen[fn] || fact.Recovers || fact.MayRecover || windsDown.MatchString(fn.Name()) {
		return
	}
	s.seen[fn] = true
	s.give(fn, args)
	recovers := s.panics.Recovery(decl.Body)
	for _, stmt := range decl.Body.List {
		if stmt == recovers {
			return // it contains what follows
		}
		s.walk(stmt, depth-1)
	}
}

// give notes the parameters of fn that these arguments give nothing of anyone else.
func (s *search) give(fn *types.Func, args []ast.Expr) {
	params := fn.Signature().Params()
	for i := range min(len(args), params.Len()) {
		if s.info.Types[args[i]].IsNil() || s.written(args[i], maxSources) {
			s.ours[params.At(i)] = true
		}
	}
}
