package unrecoveredgoroutine

import (
	"go/types"
	"regexp"
	"slices"

	"github.com/go-race-audit/go-race-audit/lint/syntax"
)

// Functions that say by their names what they are called for, or by that of what they are given.
var (
	handler   = regexp.MustCompile(`^(Handle|On|Process)([A-Z]|$)`)
	sent      = regexp.MustCompile(`(Command|Delivery|Event|Frame|Message|Msg|Packet|Record|Request|Update)$`)
	requests  = regexp.MustCompile(`Req(uest)?$`)
	responses = regexp.MustCompile(`(Reply|Resp(onse)?)$`)
	client    = regexp.MustCompile(`(?i)client|stub|proxy$`)
)

// named says what an exported function of such a name handles, which it is given. That is a guess:
// what it starts has to be unchecked itself, or by the next function.
func named(fn *types.Func) arrival {
	switch {
	case fn == nil || !fn.Exported():
		return nothing
	case answers(fn):
		return rpc
	case !handler.MatchString(fn.Name()) || fn.Signature().Params().Len() == 0:
		return nothing
	}
	names := []string{fn.Name()}
	for param := range fn.Signature().Params().Variables() {
		names = append(names, syntax.TypeName(param.Type()))
	}
	switch {
	case slices.ContainsFunc(names, requests.MatchString):
		return request
	case slices.ContainsFunc(names, sent.MatchString):
		return brokered
	}
	return nothing
}

// answers: a method of what is no client has the shape and the names of one of gRPC: it is given a
// LookupRequest and gives a LookupResponse.
func answers(fn *types.Func) bool {
	sig := fn.Signature()
	if sig.Recv() == nil || client.MatchString(syntax.TypeName(sig.Recv().Type())) || !isRPC(sig) || sig.Results().Len() != 2 {
		return false
	}
	return requests.MatchString(syntax.TypeName(sig.Params().At(1).Type())) && responses.MatchString(syntax.TypeName(sig.Results().At(0).Type()))
}
