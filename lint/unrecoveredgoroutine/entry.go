package unrecoveredgoroutine

import (
	"go/ast"
	"go/types"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/go-race-audit/go-race-audit/lint/message"
	"github.com/go-race-audit/go-race-audit/lint/recovery"
)

// arrival is what others send, and a goroutine is started for.
type arrival int

const (
	nothing arrival = iota
	request
	rpc
	brokered // a message of a broker, or of a websocket
	job
	connection
	packet
)

// words name it to a reader.
func (a arrival) words() message.Message {
	switch a {
	case request:
		return message.Of("arrival-request", nil)
	case rpc:
		return message.Of("arrival-rpc", nil)
	case brokered:
		return message.Of("arrival-message", nil)
	case job:
		return message.Of("arrival-job", nil)
	case connection:
		return message.Of("arrival-connection", nil)
	case packet:
		return message.Of("arrival-packet", nil)
	}
	return message.Message{}
}

// entryTypes are parameter types that only handlers of requests, messages or
// jobs have: type → what arrives.
var entryTypes = map[string]arrival{
	"net/http.ResponseWriter":                                      request,
	"*github.com/gin-gonic/gin.Context":                            request,
	"github.com/labstack/echo.Context":                             request,
	"github.com/labstack/echo/v4.Context":                          request,
	"*github.com/labstack/echo/v5.Context":                         request,
	"*github.com/gofiber/fiber/v2.Ctx":                             request,
	"github.com/gofiber/fiber/v3.Ctx":                              request,
	"*github.com/valyala/fasthttp.RequestCtx":                      request,
	"*github.com/cloudwego/hertz/pkg/app.RequestContext":           request,
	"github.com/emicklei/go-restful/v3.Response":                   request,
	"<-chan *golang.org/x/crypto/ssh.Request":                      request,
	"<-chan golang.org/x/crypto/ssh.NewChannel":                    request,
	"google.golang.org/grpc.ServerStream":                          rpc,
	"*github.com/nats-io/nats.go.Msg":                              brokered,
	"github.com/nats-io/nats.go/jetstream.Msg":                     brokered,
	"*github.com/nsqio/go-nsq.Message":                             brokered,
	"github.com/rabbitmq/amqp091-go.Delivery":                      brokered,
	"github.com/streadway/amqp.Delivery":                           brokered,
	"*github.com/IBM/sarama.ConsumerMessage":                       brokered,
	"*github.com/Shopify/sarama.ConsumerMessage":                   brokered,
	"github.com/IBM/sarama.ConsumerGroupClaim":                     brokered,
	"github.com/Shopify/sarama.ConsumerGroupClaim":                 brokered,
	"github.com/segmentio/kafka-go.Message":                        brokered,
	"*cloud.google.com/go/pubsub.Message":                          brokered,
	"github.com/eclipse/paho.mqtt.golang.Message":                  brokered,
	"*github.com/confluentinc/confluent-kafka-go/v2/kafka.Message": brokered,
	"*github.com/twmb/franz-go/pkg/kgo.Record":                     brokered,
	"github.com/apache/pulsar-client-go/pulsar.Message":            brokered,
	"*github.com/redis/go-redis/v9.Message":                        brokered,
	"github.com/aws/aws-sdk-go-v2/service/sqs/types.Message":       brokered,
	"*github.com/hibiken/asynq.Task":                               job,
}

// callers knows which functions of a package lead to which.
type callers struct {
	info *recovery.Info
	pass *analysis.Pass
	of   map[*types.Func][]*types.Func
	// handlers are functions that a literal calls which handles something.
	handlers map[*types.Func]handled
}

// handled is what arrives, and the function that handles it or holds the literal
// that does.
type handled struct {
	what arrival
	by   *types.Func
}

// maxDepth bounds how far a request is followed: further away the code is
// seldom about the request any more.
const maxDepth = 1

// newCallers reads the calls of a package. What runs on another goroutine of
// the same package is not part of the request.
func newCallers(pass *analysis.Pass, info *recovery.Info) *callers {
	c := &callers{info, pass, map[*types.Func][]*types.Func{}, map[*types.Func]handled{}}
	for _, fn := range info.Declared() {
		c.read(info.Decl(fn).Body, fn, nothing)
	}
	return c
}

// read notes the calls below root, which fn holds; what arrives there is what the
// literal around it handles.
func (c *callers) read(root ast.Node, fn *types.Func, what arrival) {
	ast.Inspect(root, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.GoStmt:
			return false
		case *ast.FuncLit:
			if inner := literalArrives(c.pass, n); inner != nothing && n.Body != root {
				c.read(n.Body, fn, inner)
				return false
			}
		case *ast.CallExpr:
			if callee := c.info.Callee(n); c.info.Decl(callee) != nil {
				callee = callee.Origin()
				c.of[callee] = append(c.of[callee], fn)
				if what != nothing {
					c.handlers[callee] = handled{what, fn}
				}
			}
		}
		return true
	})
}

// arrival says what kind of request reaches fn, and by which function.
func (c *callers) arrival(fn *types.Func, depth int, seen map[*types.Func]bool) (what arrival, by *types.Func) {
	if what := arrives(c.pass, fn.Signature()); what != nothing {
		return what, fn
	}
	if depth == 0 || seen[fn] {
		return nothing, nil
	}
	seen[fn] = true
	if literal, ok := c.handlers[fn]; ok {
		return literal.what, literal.by
	}
	for _, caller := range c.of[fn] {
		if what, by := c.arrival(caller, depth-1, seen); what != nothing {
			return what, by
		}
	}
	return nothing, nil
}

// arrives says what a function with this signature handles. What returns more than an
// error sends it.
func arrives(pass *analysis.Pass, sig *types.Signature) arrival {
	if sig.Results().Len() > 1 {
		return nothing
	}
	for i := range sig.Params().Len() {
		t := types.TypeString(sig.Params().At(i).Type(), nil)
		if what := entryTypes[t]; what != nothing && !ofModule(pass, t) {
			return what
		}
	}
	return nothing
}

// ofModule: the type is the module's own, which hands it on and handles nothing.
func ofModule(pass *analysis.Pass, t string) bool {
	m := pass.Module
	return m != nil && m.Path != "" && strings.HasPrefix(strings.TrimPrefix(t, "*"), m.Path+".")
}

// literalArrives is arrives for a literal around the launch.
func literalArrives(pass *analysis.Pass, lit *ast.FuncLit) arrival {
	if sig, ok := pass.TypesInfo.TypeOf(lit).(*types.Signature); ok {
		return arrives(pass, sig)
	}
	return nothing
}
