package recovery

import (
	"go/ast"
	"go/token"
	"slices"
)

// noteCloses notes which channels are closed anywhere in the package, where
// functions lie, and which variables get their value from outside.
func (r *Info) noteCloses(file *ast.File) {
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncDecl, *ast.FuncLit:
			r.bodies = append(r.bodies, n)
		case *ast.FuncType:
			r.noteParams(n.Params)
		case *ast.RangeStmt:
			r.noteHanded(n.Key)
			r.noteHanded(n.Value)
			r.noteSource(n.Value, n.X)
			r.noteIndex(n.Key, n.X)
		case *ast.ForStmt:
			r.noteCounter(n)
		case *ast.AssignStmt:
			r.noteElement(n)
		}
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return true
		}
		r.noteArguments(call)
		if r.builtin(call) == "close" && len(call.Args) == 1 {
			if obj := r.variable(call.Args[0]); obj != nil {
				r.closes[obj] = append(r.closes[obj], call.Pos())
			}
		}
		if fn := r.Callee(call); fn != nil && fn.Name() == "Wait" {
			in := r.innermost(call.Pos())
			r.waits[in] = append(r.waits[in], call.Pos())
		}
		return true
	})
}

// closedElsewhere tells whether the channel is closed by another function than the one at
// pos: a goroutine that sends and closes itself is right, and so is who closes when it has
// waited for all that send.
func (r *Info) closedElsewhere(channel ast.Expr, pos token.Pos) bool {
	obj := r.variable(channel)
	if obj == nil {
		return false
	}
	here, elsewhere := r.innermost(pos), false
	for _, at := range r.closes[obj] {
		switch in := r.innermost(at); {
		case at == pos:
		case in == here:
			return false
		case !slices.ContainsFunc(r.waits[in], func(wait token.Pos) bool { return wait < at }):
			elsewhere = true
		}
	}
	return elsewhere
}

// innermost is the function around pos. Later ones in the source are inside
// earlier ones.
func (r *Info) innermost(pos token.Pos) ast.Node {
	var found ast.Node
	for _, body := range r.bodies {
		if body.Pos() <= pos && pos < body.End() {
			found = body
		}
	}
	return found
}
