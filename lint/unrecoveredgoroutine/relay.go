package unrecoveredgoroutine

import (
	"go/ast"
	"go/token"
	"go/types"
	"regexp"
	"slices"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/go-race-audit/go-race-audit/lint/inventory"
	"github.com/go-race-audit/go-race-audit/lint/syntax"
)

var (
	// relay matches functions that move bytes between two ends.
	relay = regexp.MustCompile(`^(Bridge|Copy\w*|Join|Pipe|Relay|Splice|Tunnel|Write|WriteTo)$`)
	// transport matches methods of a connection that do not read from it.
	transport = regexp.MustCompile(`^(Close\w*|ConnectionState|Context|SyscallConn|\w+Addr|Set\w*Deadline|SetKeepAlive\w*|SetLinger|SetNoDelay)$`)
)

// relays tells whether what runs for a connection or a packet only moves its bytes on, or
// hands it on as it is, so that what the other side sends cannot do any harm in it.
func (w *witness) relays(entry inventory.Launch, in incoming) bool {
	if in.what != connection && in.what != packet {
		return false
	}
	values := in.values
	if start, ok := entry.Node.(*ast.GoStmt); ok {
		values = append(values, w.parameters(start.Call, values)...)
	}
	h := &handling{witness: w, values: values, depth: maxRelayed, here: entry.Runs == nil}
	ast.Inspect(entry.Body, h.visit)
	return h.moved && !h.handled
}

// maxRelayed bounds how many calls down a connection is followed that is only moved on.
const maxRelayed = 2

// handling is what a body does with what has arrived.
type handling struct {
	*witness
	values []types.Object
	// accepted are the streams of a session, each of which arrives in its own right.
	accepted []types.Object
	depth    int  // of calls that are followed
	here     bool // the body stands where the loop is, so that what it starts is seen too
	// moved: it hands something on; handled: it does something else with it.
	moved, handled bool
}

func (h *handling) visit(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.AssignStmt:
		if !h.filled(n) && !h.made(n) {
			h.assigned(n)
		}
		return false
	case *ast.ReturnStmt:
		return !slices.ContainsFunc(n.Results, holds)
	case *ast.SendStmt:
		h.moved = h.moved || h.uses(n.Value, h.values)
		return false
	case *ast.GoStmt:
		if h.uses(n, h.accepted) {
			h.moved = true
			return false
		}
		h.moved = h.moved || h.here && h.uses(n, h.values)
		return !h.here
	case *ast.BinaryExpr: // conn == nil
		return types.ExprString(n.Y) != "nil"
	case *ast.CallExpr:
		return h.call(n)
	case *ast.Ident:
		h.handled = h.handled || slices.Contains(h.values, h.pass.TypesInfo.Uses[n])
	}
	return true
}

// filled notes the buffer into which bytes of what has arrived are read, and tells whether
// this is all that the assignment does: writing them is moving them on.
func (h *handling) filled(n *ast.AssignStmt) bool {
	call, fn := h.called(n.Rhs[0])
	if fn == nil || fn.Name() != "Read" || len(call.Args) != 1 || !h.works(call) {
		return false
	}
	buffer := ast.Unparen(call.Args[0])
	if part, ok := buffer.(*ast.SliceExpr); ok {
		buffer = ast.Unparen(part.X)
	}
	variables := h.defined(buffer)
	h.values = append(h.values, variables...)
	return len(variables) > 0
}

// made notes what is made of what has arrived, and tells whether this is all that the
// assignment does.
func (h *handling) made(n *ast.AssignStmt) bool {
	value := n.Rhs[0]
	if len(n.Rhs) != 1 || !h.uses(value, h.values) {
		return false
	}
	made := h.defined(n.Lhs...)
	if field, ok := n.Lhs[0].(*ast.SelectorExpr); ok { // wrapped.conn = conn
		made = h.defined(field.X)
	}
	switch {
	case accepts(value) && h.multiplexes(value):
		h.accepted = append(h.accepted, made...)
	case h.multiplexes(value), holds(value): // session, err := smux.Server(conn, nil)
	case h.wraps(value): // conn = newCompressed(conn)
		if call := ast.Unparen(value).(*ast.CallExpr); h.info.Decl(h.info.Callee(call)) != nil {
			h.call(call)
		}
	default:
		return false
	}
	h.values = append(h.values, made...)
	return true
}

// assigned looks at what an assignment does besides setting variables and fields.
func (h *handling) assigned(n *ast.AssignStmt) {
	for _, left := range n.Lhs {
		if _, element := left.(*ast.IndexExpr); element {
			ast.Inspect(left, h.visit)
		}
	}
	for _, right := range n.Rhs {
		ast.Inspect(right, h.visit)
	}
}

// call tells whether to look at what a call is given.
func (h *handling) call(n *ast.CallExpr) bool {
	fn, ok := typeutil.Callee(h.pass.TypesInfo, n).(*types.Func)
	if !ok {
		lit := h.info.Resolve(n.Fun).Lit
		return lit == nil || h.follow(n, lit.Body, h.values) // pipe := func(to, from net.Conn) { … }
	}
	switch {
	case transport.MatchString(fn.Name()), h.multiplexes(n):
		return false
	case fn.Pkg() != h.pass.Pkg && relay.MatchString(fn.Name()):
		h.moved = h.moved || h.uses(n, h.values)
		for _, arg := range n.Args {
			h.bounds(arg)
		}
		return false
	}
	if decl := h.info.Decl(fn); decl != nil && !h.works(n) {
		return h.follow(n, decl.Body, nil)
	}
	return true
}

// bounds looks at where the part of a buffer that is moved on starts and ends.
func (h *handling) bounds(part ast.Expr) {
	slice, ok := ast.Unparen(part).(*ast.SliceExpr)
	if !ok {
		return
	}
	for _, bound := range []ast.Expr{slice.Low, slice.High} {
		if bound != nil {
			ast.Inspect(bound, h.visit)
		}
	}
}

// follow looks at what the body that a call runs does with what the call gives it, and with
// what it captures, and tells whether that has to be looked at in the call itself.
func (h *handling) follow(call *ast.CallExpr, body *ast.BlockStmt, captured []types.Object) bool {
	if h.depth == 0 {
		return true
	}
	inner := &handling{witness: h.witness, values: slices.Concat(captured, h.parameters(call, h.values)), depth: h.depth - 1}
	ast.Inspect(body, inner.visit)
	h.moved, h.handled = h.moved || inner.moved, h.handled || inner.handled
	return false
}

// works tells whether a method of what has arrived is called.
func (h *handling) works(call *ast.CallExpr) bool {
	fun, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	return ok && h.uses(fun.X, h.values)
}

// constructor matches functions that make something of what they are given.
var constructor = regexp.MustCompile(`^(new|wrap|New|Wrap)`)

// wraps tells whether value is a constructor of the package, whose body is looked at, or the
// one result of another: it cannot fail, so that it has read nothing yet.
func (w *witness) wraps(value ast.Expr) bool {
	call, ok := ast.Unparen(value).(*ast.CallExpr)
	if !ok || !constructor.MatchString(syntax.CalledName(call)) {
		return false
	}
	_, several := w.pass.TypesInfo.TypeOf(call).(*types.Tuple)
	return !several || w.info.Decl(w.info.Callee(call)) != nil
}

// holds tells whether value is a struct made on the spot, such as the wrapper of a
// connection, or a connection by another name or type.
func holds(value ast.Expr) bool {
	value = ast.Unparen(value)
	switch value.(type) {
	case *ast.Ident, *ast.TypeAssertExpr:
		return true
	}
	if address, ok := value.(*ast.UnaryExpr); ok && address.Op == token.AND {
		value = ast.Unparen(address.X)
	}
	_, ok := value.(*ast.CompositeLit)
	return ok
}

// multiplexes tells whether value makes a session of a connection, whose library reads it
// on goroutines of its own, or accepts a stream of one.
func (w *witness) multiplexes(value ast.Expr) bool {
	_, fn := w.called(value)
	return fn != nil && fn.Pkg() != w.pass.Pkg && (accept.MatchString(fn.Name()) || fn.Name() == "Server" || fn.Name() == "Client")
}

// accepts tells whether value is a call that accepts something.
func accepts(value ast.Expr) bool {
	call, ok := ast.Unparen(value).(*ast.CallExpr)
	return ok && accept.MatchString(syntax.CalledName(call))
}

// parameters are those of what a call runs that it gives one of values.
func (w *witness) parameters(call *ast.CallExpr, values []types.Object) []types.Object {
	sig, ok := w.pass.TypesInfo.TypeOf(call.Fun).(*types.Signature)
	if !ok {
		return nil
	}
	var found []types.Object
	for i, arg := range call.Args {
		if i < sig.Params().Len() && w.uses(arg, values) {
			found = append(found, sig.Params().At(i))
		}
	}
	return found
}
