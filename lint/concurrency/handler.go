package concurrency

import (
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/go-race-audit/go-race-audit/lint/unsafetype"
)

// handlerLiteral adds the goroutines that run a literal, or a method value,
// which serves requests.
func (a *analysis) handlerLiteral(s *step, c *ssa.MakeClosure) {
	if !isHandler(c.Fn.Type().(*types.Signature)) {
		return
	}
	callee := a.refs.Function(c, nil)
	if callee == nil || !a.local(callee.Func) {
		return
	}
	body := &step{at: s.at}
	a.inline(body, callee, nil, nil)
	pos := c.Pos()
	if !pos.IsValid() {
		pos = callee.Func.Pos()
	}
	tested := a.inTest(c.Parent().Pos()) || startsTestServer(c.Parent())
	a.beside(s, body, &Spawn{Kind: Handler, Many: true, tested: tested, Trail: []token.Pos{pos}}, false)
}

// startsTestServer tells whether fn uses net/http/httptest: the requests are
// its own then.
func startsTestServer(fn *ssa.Function) bool {
	for _, b := range fn.Blocks {
		for _, in := range b.Instrs {
			c, ok := in.(*ssa.Call)
			if !ok {
				continue
			}
			if callee := c.Call.StaticCallee(); callee != nil && callee.Pkg != nil && callee.Pkg.Pkg.Path() == "net/http/httptest" {
				return true
			}
		}
	}
	return false
}

// requestsAtOnce tells whether several goroutines that the function starts send
// requests. One that waits for its answers sends one after another.
func (g *graph) requestsAtOnce() bool {
	senders := 0
	for _, n := range g.nodes {
		for _, s := range n.steps {
			for _, sp := range s.spawns {
				if !sp.requests || sp.tested {
					continue
				}
				if senders++; senders > 1 || sp.Many || n.cycle {
					return true
				}
			}
		}
	}
	return false
}

// isRequest tells whether name is a function of net/http that sends a request.
func isRequest(name string) bool {
	switch strings.TrimPrefix(strings.TrimPrefix(name, "(*net/http.Client)."), "net/http.") {
	case "Do", "Get", "Head", "Post", "PostForm":
		return strings.HasPrefix(name, "net/http.") || strings.HasPrefix(name, "(*net/http.Client).")
	}
	return false
}

// requestTypes are the types that only a function which serves requests takes.
var requestTypes = map[string]bool{
	"net/http.Request": true, "net/http.ResponseWriter": true,
	"github.com/gin-gonic/gin.Context": true, "github.com/labstack/echo/v4.Context": true, "github.com/labstack/echo.Context": true,
	"github.com/gofiber/fiber/v2.Ctx": true, "github.com/gofiber/fiber/v3.Ctx": true, "github.com/valyala/fasthttp.RequestCtx": true,
}

// isHandler tells whether a function of this type serves requests.
func isHandler(sig *types.Signature) bool {
	params := sig.Params()
	if params.Len() == 2 {
		return unsafetype.Name(params.At(0).Type()) == "net/http.ResponseWriter" && unsafetype.Name(params.At(1).Type()) == "net/http.Request"
	}
	return params.Len() == 1 && requestTypes[unsafetype.Name(params.At(0).Type())] && !strings.HasPrefix(unsafetype.Name(params.At(0).Type()), "net/http.")
}
