package concurrency

import (
	"go/token"

	"golang.org/x/tools/go/ssa"

	"github.com/go-race-audit/go-race-audit/lint/unsafetype"
)

// OpPut is the Op of giving an object back to a sync.Pool: who gets it next
// changes it.
const OpPut = "Pool.Put"

// putBack is a call of sync.Pool.Put.
func (a *analysis) putBack(s *step, c *ssa.CallCommon) {
	made, ok := c.Args[1].(*ssa.MakeInterface)
	if !ok {
		return
	}
	if t := unsafetype.Of(made.X.Type()); t != "" {
		a.use(s, Use{Ref: a.refs.Of(made), Type: t, Op: OpPut, Write: true, Trail: []token.Pos{c.Pos()}})
	}
}

// pooled finds the bytes of a buffer that a function returns when it has given
// the buffer back.
func (a *analysis) pooled(g *graph) {
	for _, n := range g.nodes {
		for _, s := range n.steps {
			for _, u := range s.uses {
				if u.Op == OpPut && u.Type == "bytes.Buffer" {
					a.returnedBytes(g, s, u)
				}
			}
		}
	}
}

func (a *analysis) returnedBytes(g *graph, put *step, u Use) {
	for _, n := range g.nodes {
		for _, s := range n.steps {
			ret, ok := s.at.(*ssa.Return)
			if !ok || !g.leads(put, s) {
				continue
			}
			for _, v := range ret.Results {
				if call := bytesOf(v, 0); call != nil && a.refs.Of(call.Call.Args[0]) == u.Ref {
					here := Use{Ref: u.Ref, Type: u.Type, Op: "Bytes", Trail: []token.Pos{call.Pos()}}
					a.found = append(a.found, Conflict{Func: g.fn, Beside: u, Spawn: &Spawn{Kind: Pooled, Trail: u.Trail}, Here: here, Via: ByPool})
				}
			}
		}
	}
}

// bytesOf is the call of Buffer.Bytes whose slice v is a part of.
func bytesOf(v ssa.Value, depth int) *ssa.Call {
	if depth > 4 {
		return nil
	}
	switch x := v.(type) {
	case *ssa.Call:
		if fn := x.Call.StaticCallee(); fn != nil && fn.String() == "(*bytes.Buffer).Bytes" {
			return x
		}
	case *ssa.Slice:
		return bytesOf(x.X, depth+1)
	case *ssa.UnOp: // a named result
		if result, ok := x.X.(*ssa.Alloc); ok {
			for _, ref := range *result.Referrers() {
				if st, ok := ref.(*ssa.Store); ok && st.Addr == ssa.Value(result) {
					if call := bytesOf(st.Val, depth+1); call != nil {
						return call
					}
				}
			}
		}
	}
	return nil
}
