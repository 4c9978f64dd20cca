// Package guard puts a lock around the places that use a variable.
package guard

import (
	"go/ast"
	"go/token"
	"go/types"

	"github.com/go-race-audit/go-race-audit/lint/fix"
)

// Plan says which lock guards which use.
type Plan struct {
	Scene *fix.Scene
	// Lock is the lock of a use as it is written there, false where it cannot be named.
	Lock func(fix.Use) (string, bool)
	// Shared: the lock is a sync.RWMutex, and reading needs only half of it.
	Shared bool
	// Takes are the functions, by position, that take the lock themselves.
	Takes map[token.Pos]bool
	// Statements: each use stands for its statement, of which nothing is taken out.
	Statements bool

	taking   map[token.Pos]bool // functions that take the lock, or call one that does
	outgoing map[token.Pos]bool // functions that come to run what may do anything
}

// group is what one function does under one lock.
type group struct {
	fn   ast.Node
	lock string
	uses []fix.Use
}

// Edits locks around all uses. It reports false where one cannot be locked, or
// where a lock would be held while the goroutine waits or takes it again.
func (p *Plan) Edits(uses []fix.Use) ([]fix.Edit, bool) {
	groups, ok := p.groups(uses)
	if !ok {
		return nil, false
	}
	var edits []fix.Edit
	for _, g := range groups {
		if body, ok := p.whole(g); ok {
			lock, unlock := p.calls(g)
			edits = append(edits, p.Scene.AtHead(g.uses[0].File, body, lock+"\ndefer "+unlock))
			continue
		}
		sections, ok := p.sections(g)
		if !ok {
			return nil, false
		}
		for _, s := range sections {
			made, ok := p.surround(g, s)
			if !ok {
				return nil, false
			}
			edits = append(edits, made...)
		}
	}
	return edits, len(edits) > 0
}

func (p *Plan) groups(uses []fix.Use) ([]*group, bool) {
	type key struct {
		fn   ast.Node
		lock string
	}
	var groups []*group
	known := map[key]*group{}
	for _, use := range uses {
		lock, ok := p.Lock(use)
		fn := use.Func()
		if !ok || fn == nil {
			return nil, false
		}
		g := known[key{fn, lock}]
		if g == nil {
			g = &group{fn: fn, lock: lock}
			known[key{fn, lock}] = g
			groups = append(groups, g)
		}
		g.uses = append(g.uses, use)
	}
	return groups, true
}

// calls are the statements that lock and unlock.
func (p *Plan) calls(g *group) (lock, unlock string) {
	if p.Shared && !g.writes() {
		return g.lock + ".RLock()", g.lock + ".RUnlock()"
	}
	return g.lock + ".Lock()", g.lock + ".Unlock()"
}

func (g *group) writes() bool {
	for _, use := range g.uses {
		if use.Write {
			return true
		}
	}
	return false
}

// whole tells whether the lock may be held for the whole of a function: one
// that belongs to the variable, and neither waits nor calls others that lock.
func (p *Plan) whole(g *group) (*ast.BlockStmt, bool) {
	decl, ok := g.fn.(*ast.FuncDecl)
	if !ok || decl.Recv == nil && p.Scene.TestFile(g.uses[0].File) || decl.Body == nil {
		return nil, false
	}
	for _, use := range g.uses {
		root := rootOf(use)
		if root != nil && !(declaredBefore(use, root, decl.Body.Lbrace) && belongs(use, root, decl)) {
			return nil, false
		}
	}
	info := g.uses[0].Pkg.TypesInfo
	if decl.Recv == nil && len(decl.Body.List) > mostStatements || Handles(p.Scene, g.uses[0].Where, decl.Body, g.lock) {
		return nil, false
	}
	return decl.Body, !waits(decl.Body, info) && !p.calledAgain(decl.Body, info) && !p.callsOut(decl.Body, info)
}

// belongs tells whether a method's own struct is what the lock is in.
func belongs(use fix.Use, root *ast.Ident, decl *ast.FuncDecl) bool {
	obj := use.Pkg.TypesInfo.Uses[root]
	return obj != nil && decl.Recv != nil && decl.Recv.Pos() <= obj.Pos() && obj.Pos() < decl.Recv.End()
}

// mostStatements of a function that is no method are locked as a whole.
const mostStatements = 6

// Handles tells whether code locks or unlocks the lock already.
func Handles(scene *fix.Scene, where fix.Where, body ast.Node, lock string) bool {
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		sel, ok := n.(*ast.SelectorExpr)
		if ok && scene.Text(where.File, sel.X) == lock && isLock(where.Pkg.TypesInfo, sel) {
			found = true
		}
		return !found
	})
	return found
}

// rootOf is the identifier that a field is reached from, nil for variables.
func rootOf(use fix.Use) *ast.Ident {
	expr := use.Base
	for expr != nil {
		switch e := ast.Unparen(expr).(type) {
		case *ast.Ident:
			return e
		case *ast.SelectorExpr:
			expr = e.X
		case *ast.StarExpr:
			expr = e.X
		default:
			return nil
		}
	}
	return nil
}

func declaredBefore(use fix.Use, id *ast.Ident, pos token.Pos) bool {
	obj := use.Pkg.TypesInfo.Uses[id]
	return obj != nil && (obj.Pos() < pos || obj.Parent() == use.Pkg.Types.Scope())
}

// calledAgain tells whether code calls a function that takes the lock, or one
// that calls such a function.
func (p *Plan) calledAgain(n ast.Node, info *types.Info) bool {
	found := false
	inspect(n, func(n ast.Node) {
		if call, ok := n.(*ast.CallExpr); ok && !found {
			fn := Callee(info, call)
			found = fn != nil && p.takesLock(fn)
		}
	})
	return found
}

func (p *Plan) takesLock(fn *types.Func) bool {
	return p.Takes[fn.Pos()] || p.ask(&p.taking, fn, func(body *ast.BlockStmt, info *types.Info) bool {
		return p.calledAgain(body, info)
	})
}
