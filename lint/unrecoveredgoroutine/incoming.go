package unrecoveredgoroutine

import (
	"go/ast"
	"go/types"
	"regexp"
	"slices"

	"github.com/go-race-audit/go-race-audit/lint/inventory"
	"github.com/go-race-audit/go-race-audit/lint/syntax"
)

// incoming is what arrives at each turn of a loop and is given to the goroutine, a
// connection that is accepted, a packet, a message of a broker, and the variables that
// hold it.
type incoming struct {
	what   arrival
	values []types.Object
}

func (w *witness) incoming(entry inventory.Launch) incoming {
	if in := w.arrived(entry); in.what != nothing {
		return in
	}
	return w.passedOn(entry)
}

// passedOn is what arrived for the function around the launch, which was started for it.
func (w *witness) passedOn(entry inventory.Launch) incoming {
	if len(entry.Enclosing) == 0 || entry.Body == nil && !w.info.OwnModule(entry.Runs) {
		return incoming{}
	}
	decl, ok := entry.Enclosing[0].(*ast.FuncDecl)
	if !ok {
		return incoming{}
	}
	in, serves := w.serving[w.info.Function(decl)]
	if !serves {
		return incoming{}
	}
	in.values = slices.Clip(in.values)
	ast.Inspect(decl.Body, func(n ast.Node) bool {
		if assign, ok := n.(*ast.AssignStmt); ok && len(assign.Rhs) == 1 && assign.Pos() < entry.Node.Pos() && w.uses(assign.Rhs[0], in.values) {
			in.values = append(in.values, w.defined(assign.Lhs...)...)
		}
		return true
	})
	if !w.uses(entry.Node, in.values) {
		return incoming{}
	}
	return in
}

// serve notes the functions of the package that are started for what arrives, or say by their
// name that others call them for it.
func (w *witness) serve(launches []inventory.Launch) {
	w.serving = map[*types.Func]incoming{}
	for _, fn := range w.info.Declared() {
		if conn := connectionOf(fn); conn != nil && handles.MatchString(fn.Name()) {
			w.serving[fn.Origin()] = incoming{connection, []types.Object{conn}}
		}
	}
	for _, entry := range launches {
		start, ok := entry.Node.(*ast.GoStmt)
		if !ok || w.info.Decl(entry.Runs) == nil {
			continue
		}
		in := w.arrived(entry)
		if in.what != connection && in.what != packet {
			continue
		}
		values := w.parameters(start.Call, in.values)
		if fun, ok := ast.Unparen(start.Call.Fun).(*ast.SelectorExpr); ok && w.uses(fun.X, in.values) {
			values = append(values, receiver(entry.Runs)...)
		}
		w.serving[entry.Runs.Origin()] = incoming{in.what, values}
	}
}

// handles matches functions that are called for a connection that somebody else accepted.
var handles = regexp.MustCompile(`^(Handle|Serve)`)

// peer matches what stands for the other side.
var peer = regexp.MustCompile(`^((Web)?(Conn|Socket)|Connection|Session|Stream)$`)

// connectionOf is the connection that fn is given, if it is given one alone.
func connectionOf(fn *types.Func) types.Object {
	var found types.Object
	for param := range fn.Signature().Params().Variables() {
		if !peer.MatchString(syntax.TypeName(param.Type())) {
			continue
		}
		if found != nil {
			return nil
		}
		found = param
	}
	return found
}

// receiver is the variable of a method's receiver.
func receiver(fn *types.Func) []types.Object {
	if recv := fn.Signature().Recv(); recv != nil {
		return []types.Object{recv}
	}
	return nil
}

// arrived is what arrives at each turn of a loop around the launch.
func (w *witness) arrived(entry inventory.Launch) incoming {
	for i := len(entry.Around) - 1; i >= 0; i-- {
		switch loop := entry.Around[i].(type) {
		case *ast.ForStmt:
			if in := w.received(loop.Body, entry.Node); in.what != nothing {
				return in
			}
		case *ast.RangeStmt:
			values := w.defined(loop.Value, loop.Key)
			if what := w.delivered(loop); what != nothing && w.uses(entry.Node, values) {
				return incoming{what, values}
			}
		}
	}
	return incoming{}
}

// received says what the statements of a loop receive that node, further down in it, uses.
func (w *witness) received(body *ast.BlockStmt, node ast.Node) incoming {
	var in incoming
	ast.Inspect(body, func(n ast.Node) bool {
		if _, literal := n.(*ast.FuncLit); literal {
			return false
		}
		assign, ok := n.(*ast.AssignStmt)
		if !ok || len(assign.Rhs) != 1 || assign.Pos() > node.Pos() {
			return true
		}
		if arrived := w.source(assign.Rhs[0]); arrived != nothing {
			in = incoming{arrived, w.defined(assign.Lhs...)}
		} else if w.uses(assign.Rhs[0], in.values) { // conn = tls.Server(conn, config)
			in.values = append(in.values, w.defined(assign.Lhs...)...)
		}
		return true
	})
	if !w.uses(node, in.values) {
		return incoming{}
	}
	return in
}

// defined are the variables among the left sides of an assignment, without its error and
// whether there is anything.
func (w *witness) defined(left ...ast.Expr) []types.Object {
	var found []types.Object
	for _, expr := range left {
		id, ok := expr.(*ast.Ident)
		if !ok || id.Name == "_" {
			continue
		}
		obj := w.pass.TypesInfo.ObjectOf(id)
		if obj != nil && obj.Type() != nil && obj.Type().String() != "error" && obj.Type() != types.Typ[types.Bool] {
			found = append(found, obj)
		}
	}
	return found
}

// uses tells whether one of objects stands below root, and not only to say its address.
func (w *witness) uses(root ast.Node, objects []types.Object) bool {
	found := false
	ast.Inspect(root, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			fun, ok := ast.Unparen(n.Fun).(*ast.SelectorExpr)
			return !found && !(ok && transport.MatchString(fun.Sel.Name))
		case *ast.Ident:
			found = found || slices.Contains(objects, w.pass.TypesInfo.Uses[n])
		}
		return !found
	})
	return found
}
