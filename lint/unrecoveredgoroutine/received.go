package unrecoveredgoroutine

import (
	"go/ast"
	"go/types"
	"regexp"
	"strings"

	"golang.org/x/tools/go/types/typeutil"
)

// Functions that return what somebody else sent, by their names.
var (
	accept  = regexp.MustCompile(`^Accept`)
	receive = regexp.MustCompile(`^(Fetch|Read|Recv|Receive)(From|Msg|Message|$)`)
)

// consumes says what a loop of body itself receives from a broker at each turn: a message, or a job.
func (w *witness) consumes(body *ast.BlockStmt) arrival {
	found := nothing
	eachLoop(body, func(loop ast.Stmt) {
		switch loop := loop.(type) {
		case *ast.RangeStmt:
			found = max(found, w.delivered(loop))
		case *ast.ForStmt:
			found = max(found, w.fetched(loop.Body))
		}
	})
	return found
}

// fetched says what the statements of a loop get by a call that gives one thing and an error.
func (w *witness) fetched(body *ast.BlockStmt) arrival {
	for _, stmt := range body.List {
		assign, ok := stmt.(*ast.AssignStmt)
		if !ok || len(assign.Rhs) != 1 || len(assign.Lhs) != 2 {
			continue
		}
		if results, ok := w.pass.TypesInfo.TypeOf(assign.Rhs[0]).(*types.Tuple); ok && results.Len() == 2 {
			if what := entryTypes[types.TypeString(results.At(0).Type(), nil)]; what != nothing {
				return what
			}
		}
	}
	return nothing
}

// called is the call that value is, and what it calls; nil where that is no function.
func (w *witness) called(value ast.Expr) (*ast.CallExpr, *types.Func) {
	call, ok := ast.Unparen(value).(*ast.CallExpr)
	if !ok {
		return nil, nil
	}
	fn, _ := typeutil.Callee(w.pass.TypesInfo, call).(*types.Func)
	return call, fn
}

// calls tells whether n is a call of the function of that full name.
func (w *witness) calls(n ast.Node, name string) bool {
	expr, ok := n.(ast.Expr)
	if !ok {
		return false
	}
	_, fn := w.called(expr)
	return fn != nil && fn.FullName() == name
}

// source says what a call returns that somebody else sent.
func (w *witness) source(value ast.Expr) arrival {
	call, fn := w.called(value)
	if fn == nil || fn.Signature().Recv() == nil || fn.Signature().Results().Len() < 2 {
		return nothing
	}
	switch {
	case accept.MatchString(fn.Name()):
		return connection
	case receive.MatchString(fn.Name()) && addressed(fn):
		return packet
	case receive.MatchString(fn.Name()) && w.carriesMessages(call):
		return brokered
	}
	return entryTypes[types.TypeString(fn.Signature().Results().At(0).Type(), nil)]
}

// addressed: fn reads from a net.PacketConn, and says where the packet is from.
func addressed(fn *types.Func) bool {
	results := fn.Signature().Results()
	for i := range results.Len() {
		switch types.TypeString(results.At(i).Type(), nil) {
		case "net.Addr", "*net.UDPAddr", "net/netip.AddrPort":
			return true
		}
	}
	return false
}

// carriesMessages: call reads from a websocket, or from the stream of a gRPC client.
func (w *witness) carriesMessages(call *ast.CallExpr) bool {
	fun, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok {
		return false
	}
	from := types.TypeString(w.pass.TypesInfo.TypeOf(fun.X), nil)
	return strings.HasSuffix(from, "websocket.Conn") || grpcServer.MatchString(from)
}

// grpcServer matches the types of the server's end of a stream: pb.Chat_TalkServer.
var grpcServer = regexp.MustCompile(`\.\w+_\w+Server$|^google\.golang\.org/grpc\.\w+Server\[`)

// delivered says what comes out of the channel that loop ranges over.
func (w *witness) delivered(loop *ast.RangeStmt) arrival {
	return entryTypes[w.carries(loop.X)]
}
