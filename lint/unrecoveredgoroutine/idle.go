package unrecoveredgoroutine

import (
	"go/ast"
	"go/token"
	"go/types"
	"regexp"
	"slices"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/go-race-audit/go-race-audit/lint/inventory"
)

var (
	// relay matches functions that move bytes between two ends.
	relay = regexp.MustCompile(`^(Bridge|Copy|CopyBuffer|CopyN|Join|Pipe|Relay|Splice|Tunnel|Write|WriteTo)$`)
	// transport matches methods of a connection that do not read from it.
	transport = regexp.MustCompile(`^(Close\w*|\w+Addr|Set\w*Deadline|SetKeepAlive\w*|SetLinger|SetNoDelay)$`)
)

// isIdle tells whether what runs does nothing that a request could make panic.
func (w *witness) isIdle(entry inventory.Launch) bool {
	return w.relays(entry) || w.beats(entry.Body) || w.cleansUp(entry.Body) || w.afterEnd(entry.Around)
}

// transports tells whether value is what a connection says of itself: its address.
func (w *witness) transports(value ast.Expr) bool {
	for {
		call, ok := ast.Unparen(value).(*ast.CallExpr)
		if !ok {
			return false
		}
		fun, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
		if !ok {
			return false
		}
		if transport.MatchString(fun.Sel.Name) {
			return true
		}
		value = fun.X // c.RemoteAddr().String()
	}
}

// relays tells whether what runs for a connection or a packet only moves its bytes on, or
// hands it on as it is, so that what the other side sends cannot do any harm in it.
func (w *witness) relays(entry inventory.Launch) bool {
	what, values := w.incoming(entry)
	if what != connection && what != packet || entry.Body == nil {
		return false
	}
	r := &handling{w, append(values, w.parameters(entry, values)...), false, false}
	ast.Inspect(entry.Body, r.visit)
	return r.moved && !r.handled
}

// handling is what a body does with what has arrived.
type handling struct {
	*witness
	values         []types.Object
	moved, handled bool
}

func (h *handling) visit(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.AssignStmt:
		if len(n.Rhs) == 1 && h.multiplexes(n.Rhs[0]) && h.uses(n.Rhs[0], h.values) { // session, err := smux.Server(conn, nil)
			h.values = append(h.values, h.defined(n.Lhs...)...)
		}
	case *ast.SendStmt:
		h.moved = h.moved || h.uses(n.Value, h.values)
		return false
	case *ast.CallExpr:
		fn, ok := typeutil.Callee(h.pass.TypesInfo, n).(*types.Func)
		moves := ok && fn.Pkg() != h.pass.Pkg && relay.MatchString(fn.Name())
		h.moved = h.moved || moves
		return !moves && !(ok && transport.MatchString(fn.Name())) && !h.multiplexes(n)
	case *ast.Ident:
		h.handled = h.handled || slices.Contains(h.values, h.pass.TypesInfo.Uses[n])
	}
	return true
}

// multiplexes tells whether value makes a session of a connection, whose library reads it
// on goroutines of its own, or accepts a stream of one.
func (w *witness) multiplexes(value ast.Expr) bool {
	call, ok := ast.Unparen(value).(*ast.CallExpr)
	if !ok {
		return false
	}
	fn, ok := typeutil.Callee(w.pass.TypesInfo, call).(*types.Func)
	return ok && fn.Pkg() != w.pass.Pkg && (accept.MatchString(fn.Name()) || fn.Name() == "Server" || fn.Name() == "Client")
}

// cleansUp: what runs first waits for an end, such as that of a request's context.
func (w *witness) cleansUp(body *ast.BlockStmt) bool {
	if body == nil || len(body.List) == 0 {
		return false
	}
	channel := received(body.List[0])
	return channel != nil && w.isEnd(channel)
}

// afterEnd: the launch stands where a select has received an end.
func (w *witness) afterEnd(around []ast.Node) bool {
	return slices.ContainsFunc(around, func(n ast.Node) bool {
		clause, ok := n.(*ast.CommClause)
		if !ok {
			return false
		}
		channel := received(clause.Comm)
		return channel != nil && w.isEnd(channel)
	})
}

// beats: what runs only wakes up again and again, to keep something alive: a loop in it
// sleeps, or waits for nothing but time and its end.
func (w *witness) beats(body *ast.BlockStmt) bool {
	if body == nil {
		return false
	}
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.ForStmt:
			found = found || w.onlyTime(n.Body.List)
		case *ast.RangeStmt:
			found = found || w.isTime(n.X)
		}
		return !found
	})
	return found
}

// onlyTime: one of the statements of a loop sleeps, or selects among times and ends.
func (w *witness) onlyTime(list []ast.Stmt) bool {
	for _, stmt := range list {
		switch s := stmt.(type) {
		case *ast.ExprStmt:
			if call, ok := s.X.(*ast.CallExpr); ok && w.sleeps(call) {
				return true
			}
		case *ast.SelectStmt:
			times := 0
			for _, clause := range s.Body.List {
				channel := received(clause.(*ast.CommClause).Comm)
				switch {
				case channel == nil:
					return false
				case w.isTime(channel):
					times++
				case !w.isEnd(channel):
					return false
				}
			}
			return times > 0
		}
	}
	return false
}

func (w *witness) sleeps(call *ast.CallExpr) bool {
	fn, ok := typeutil.Callee(w.pass.TypesInfo, call).(*types.Func)
	return ok && fn.FullName() == "time.Sleep"
}

// received is the channel that a case of a select receives from, nil if it does not.
func received(comm ast.Stmt) ast.Expr {
	var value ast.Expr
	switch s := comm.(type) {
	case *ast.ExprStmt:
		value = s.X
	case *ast.AssignStmt:
		value = s.Rhs[0]
	}
	if receive, ok := ast.Unparen(value).(*ast.UnaryExpr); ok && receive.Op == token.ARROW {
		return receive.X
	}
	return nil
}

func (w *witness) isTime(channel ast.Expr) bool { return w.carries(channel) == "time.Time" }

// isEnd: a channel that carries nothing tells of an end.
func (w *witness) isEnd(channel ast.Expr) bool { return w.carries(channel) == "struct{}" }

// carries is the type of what a channel carries, "" for what is none.
func (w *witness) carries(channel ast.Expr) string {
	t := w.pass.TypesInfo.TypeOf(channel)
	if t == nil {
		return ""
	}
	ch, ok := t.Underlying().(*types.Chan)
	if !ok {
		return ""
	}
	return types.TypeString(ch.Elem(), nil)
}

// parameters are those of what runs that the launch gives one of values.
func (w *witness) parameters(entry inventory.Launch, values []types.Object) []types.Object {
	start, ok := entry.Node.(*ast.GoStmt)
	if !ok {
		return nil
	}
	sig, ok := w.pass.TypesInfo.TypeOf(start.Call.Fun).(*types.Signature)
	if !ok {
		return nil
	}
	var found []types.Object
	for i, arg := range start.Call.Args {
		if i < sig.Params().Len() && w.uses(arg, values) {
			found = append(found, sig.Params().At(i))
		}
	}
	return found
}
