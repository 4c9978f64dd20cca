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
	relay = regexp.MustCompile(`^(Bridge|Copy|CopyBuffer|CopyN|Join|Pipe|Relay|Splice|Tunnel)$`)
	// transport matches methods of a connection that do not read from it.
	transport = regexp.MustCompile(`^(Close\w*|\w+Addr|Set\w*Deadline|SetKeepAlive\w*|SetLinger|SetNoDelay)$`)
)

// isIdle tells whether what runs does nothing that a request could make panic.
func (w *witness) isIdle(entry inventory.Launch) bool {
	return w.relays(entry) || w.beats(entry.Body) || w.cleansUp(entry.Body) || w.afterEnd(entry.Around)
}

// relays tells whether what runs for a connection only moves its bytes on, so that what
// the other side sends cannot do any harm in it.
func (w *witness) relays(entry inventory.Launch) bool {
	what, values := w.incoming(entry)
	if what != connection || entry.Body == nil {
		return false
	}
	values = append(values, w.parameters(entry, values)...)
	moved, handled := false, false
	ast.Inspect(entry.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			fn, ok := typeutil.Callee(w.pass.TypesInfo, n).(*types.Func)
			moves := ok && fn.Pkg() != w.pass.Pkg && relay.MatchString(fn.Name())
			moved = moved || moves
			return !moves && !(ok && transport.MatchString(fn.Name()))
		case *ast.Ident:
			handled = handled || slices.Contains(values, w.pass.TypesInfo.Uses[n])
		}
		return true
	})
	return moved && !handled
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
