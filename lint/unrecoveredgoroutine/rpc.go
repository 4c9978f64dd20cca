package unrecoveredgoroutine

import (
	"go/types"
	"strings"
)

// isRPC: the signature is that of a gRPC method: of one answer, or of a stream.
func isRPC(sig *types.Signature) bool {
	params, results := sig.Params(), sig.Results()
	if params.Len() == 2 && results.Len() == 2 {
		return types.TypeString(params.At(0).Type(), nil) == "context.Context"
	}
	if params.Len() == 0 || results.Len() != 1 {
		return false
	}
	stream := types.TypeString(params.At(params.Len()-1).Type(), nil)
	return grpcServer.MatchString(stream)
}

// implementsServer: a method of a type that is registered as a gRPC service
// has the shape of one, and its type embeds what protoc generates.
func implementsServer(fn *types.Func) bool {
	recv := fn.Signature().Recv()
	if recv == nil || !fn.Exported() || !isRPC(fn.Signature()) {
		return false
	}
	t := recv.Type()
	if p, ok := t.(*types.Pointer); ok {
		t = p.Elem()
	}
	if named, ok := t.(*types.Named); ok && strings.HasSuffix(named.Obj().Name(), "Client") {
		return false // has the methods of a server, and passes them on to one
	}
	s, ok := t.Underlying().(*types.Struct)
	if !ok {
		return false
	}
	for i := range s.NumFields() {
		if f := s.Field(i); f.Embedded() && strings.HasPrefix(f.Name(), "Unimplemented") && strings.HasSuffix(f.Name(), "Server") {
			return true
		}
	}
	return false
}
