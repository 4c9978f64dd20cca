package concurrency

import (
	"golang.org/x/tools/go/ssa"

	"github.com/go-race-audit/go-race-audit/lint/reference"
	"github.com/go-race-audit/go-race-audit/lint/unsafetype"
)

// readsPipe adds the waits of a call that is given the end of an io.Pipe to read from:
// what it is read by comes to its end when the goroutine that writes has closed it. We do
// not look whether all is read, for nearly all who make a pipe do so.
func (a *analysis) readsPipe(s *step, args []ssa.Value) {
	for _, arg := range args {
		ref := a.refs.Of(arg)
		if t := a.refs.TypeOf(ref); t != nil && unsafetype.Name(t) == "io.PipeReader" {
			s.joins = append(s.joins, join{ref, waits})
		}
	}
}

// samePipe tells whether both are ends of the pipe that one call of io.Pipe made.
func samePipe(one, other reference.Ref) bool {
	pipe := pipeOf(one)
	return pipe != nil && pipe == pipeOf(other)
}

func pipeOf(ref reference.Ref) *ssa.Call {
	end, ok := reference.Local(ref.Root).(*ssa.Extract)
	if !ok || ref.Path != "" {
		return nil
	}
	call, ok := end.Tuple.(*ssa.Call)
	if !ok || call.Call.StaticCallee() == nil || call.Call.StaticCallee().String() != "io.Pipe" {
		return nil
	}
	return call
}
