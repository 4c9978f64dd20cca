package concurrency

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/go-race-audit/go-race-audit/lint/unsafetype"
)

// returnedLocks adds the locks that a call returns and the caller does not take:
// they are locked already, for the caller to unlock or pass on.
func (a *analysis) returnedLocks(s *step) {
	call, ok := s.at.(*ssa.Call)
	if !ok {
		return
	}
	for _, v := range results(call) {
		switch unsafetype.Name(v.Type()) {
		case "sync.Mutex", "sync.RWMutex", "sync.Locker":
			if !a.taken(v) {
				s.acquires = append(s.acquires, Lock{Ref: a.refs.Of(v), Exclusive: true})
			}
		}
	}
}

// taken tells whether Lock is called on v.
func (a *analysis) taken(v ssa.Value) bool {
	return slices.ContainsFunc(*v.Referrers(), func(use ssa.Instruction) bool {
		c, ok := use.(ssa.CallInstruction)
		if !ok {
			return false
		}
		_, op := a.lockOp(c.Common())
		return op == "Lock" || op == "RLock" || op == "TryLock"
	})
}

// results are the values that a call gives.
func results(call *ssa.Call) []ssa.Value {
	if call.Call.Signature().Results().Len() < 2 {
		return []ssa.Value{call}
	}
	var values []ssa.Value
	for _, use := range *call.Referrers() {
		if part, ok := use.(*ssa.Extract); ok {
			values = append(values, part)
		}
	}
	return values
}
