package metrics

import "sync/atomic"

var panics atomic.Int64

// PanicInc counts a recovered panic.
func PanicInc() { panics.Add(1) }
