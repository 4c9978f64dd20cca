package guard

import (
	"go/ast"
	"go/token"
	"go/types"
)

// Callee is the function that a call names.
func Callee(info *types.Info, call *ast.CallExpr) *types.Func {
	switch fun := ast.Unparen(call.Fun).(type) {
	case *ast.Ident:
		fn, _ := info.Uses[fun].(*types.Func)
		return fn
	case *ast.SelectorExpr:
		fn, _ := info.Uses[fun.Sel].(*types.Func)
		return fn
	}
	return nil
}

// inspect visits what runs where n runs: not the bodies of literals that are
// handed on, nor what a goroutine runs.
func inspect(n ast.Node, visit func(ast.Node)) {
	ast.Inspect(n, func(n ast.Node) bool {
		switch n := n.(type) {
		case nil, *ast.FuncLit:
			return false
		case *ast.GoStmt:
			for _, arg := range n.Call.Args {
				inspect(arg, visit)
			}
			return false
		case *ast.CallExpr:
			for _, lit := range runHere(n) {
				inspect(lit.Body, visit)
			}
		}
		visit(n)
		return true
	})
}

// runHere are the literals that a call runs before it returns: its function, and
// what it hands to a Once or a sync.Map.
func runHere(call *ast.CallExpr) []*ast.FuncLit {
	exprs := []ast.Expr{ast.Unparen(call.Fun)}
	if sel, ok := call.Fun.(*ast.SelectorExpr); ok && (sel.Sel.Name == "Do" || sel.Sel.Name == "Range") {
		exprs = append(exprs, call.Args...)
	}
	var found []*ast.FuncLit
	for _, expr := range exprs {
		if lit, ok := expr.(*ast.FuncLit); ok {
			found = append(found, lit)
		}
	}
	return found
}

// waits tells whether code may wait for another goroutine.
func waits(n ast.Node, info *types.Info) bool {
	found := false
	inspect(n, func(n ast.Node) {
		switch n := n.(type) {
		case *ast.SendStmt, *ast.SelectStmt:
			found = true
		case *ast.UnaryExpr:
			found = found || n.Op == token.ARROW
		case *ast.RangeStmt:
			if t := info.TypeOf(n.X); t != nil {
				_, channel := t.Underlying().(*types.Chan)
				found = found || channel
			}
		case *ast.CallExpr:
			if fn := Callee(info, n); fn != nil {
				found = found || fn.Name() == "Wait" || fn.Name() == "Sleep"
			}
		}
	})
	return found
}

// waiting are packages of the standard library whose functions may take as long
// as somebody else likes.
var waiting = map[string]bool{
	"net": true, "net/http": true, "net/rpc": true, "net/smtp": true, "os/exec": true, "os/signal": true, "io": true, "database/sql": true,
}

// callsOut tells whether code calls what may do anything: a function value, a
// method of an interface, what waits, or a function of the user's that comes to do so:
// a hook that logs would wait for the lock of the logger that runs it. A lock is not
// held around those where that can be helped.
func (p *Plan) callsOut(n ast.Node, info *types.Info) bool {
	found := false
	inspect(n, func(n ast.Node) {
		if call, ok := n.(*ast.CallExpr); ok && !found {
			found = p.outward(call, info)
		}
	})
	return found
}

func (p *Plan) outward(call *ast.CallExpr, info *types.Info) bool {
	if tv, ok := info.Types[call.Fun]; ok && (tv.IsType() || tv.IsBuiltin()) {
		return false
	}
	fn := Callee(info, call)
	if fn == nil {
		_, literal := ast.Unparen(call.Fun).(*ast.FuncLit)
		return !literal
	}
	if recv := fn.Signature().Recv(); recv != nil && types.IsInterface(recv.Type()) {
		return fn.Name() != "Error" && fn.Name() != "String"
	}
	if fn.Pkg() == nil || waiting[fn.Pkg().Path()] {
		return fn.Pkg() != nil
	}
	return p.ask(&p.outgoing, fn, func(body *ast.BlockStmt, inside *types.Info) bool {
		return waits(body, inside) || p.callsOut(body, inside)
	})
}

// ask answers a question about what a function of the user's does, once for each.
func (p *Plan) ask(known *map[token.Pos]bool, fn *types.Func, question func(*ast.BlockStmt, *types.Info) bool) bool {
	if answer, ok := (*known)[fn.Pos()]; ok {
		return answer
	}
	if *known == nil {
		*known = map[token.Pos]bool{}
	}
	(*known)[fn.Pos()] = false // while it is looked at: recursion does nothing by itself
	if body, info := p.bodyOf(fn); body != nil {
		(*known)[fn.Pos()] = question(body, info)
	}
	return (*known)[fn.Pos()]
}

// bodyOf is what a function of the loaded packages does.
func (p *Plan) bodyOf(fn *types.Func) (*ast.BlockStmt, *types.Info) {
	where, ok := p.Scene.FileAt(fn.Pos())
	if !ok {
		return nil, nil
	}
	for _, decl := range where.File.Decls {
		if decl, ok := decl.(*ast.FuncDecl); ok && decl.Name.Pos() == fn.Pos() {
			return decl.Body, where.Pkg.TypesInfo
		}
	}
	return nil, nil
}
