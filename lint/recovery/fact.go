// Package recovery knows which functions contain a panic, their own or that of
// a function they are given.
package recovery

import (
	"fmt"
	"slices"
)

// Fact is what one function does about panics. The zero Fact promises nothing.
type Fact struct {
	// Helper: it calls recover itself and keeps the panic, so that deferring it is enough.
	Helper bool
	// OnlyRecovers: it is a Helper, or Rethrows, that does nothing without a panic.
	OnlyRecovers bool
	// Rethrows: like Helper, but it panics again or ends the process on purpose.
	Rethrows bool
	// MayEnd: a Helper that ends the process at times, as its caller's argument or a setting
	// tells it to.
	MayEnd bool
	// Recovers: it contains its own panics from the first risky statement on.
	Recovers bool
	// RecoversLate: it contains them after calls of which nothing shows that they panic.
	RecoversLate bool
	// MayRecover: it contains them if told to.
	MayRecover bool
	// Harmless: it does nothing that can reasonably panic.
	Harmless bool
	// Extent is how much it runs.
	Extent Extent
	// ReturnsHelper: it returns a Helper, for `defer F()()`.
	ReturnsHelper bool
	// ReturnsRecovering: it returns a function that Recovers, for `go F(f)()`.
	ReturnsRecovering bool
	// Contains lists the parameters that it runs under a recover only.
	Contains []int
	// Spawns lists the parameters that it runs on another goroutine without one.
	Spawns []int
	// Repeats lists those of Contains that it runs again and again.
	Repeats []int
	// Launches: one of Contains runs on another goroutine: the function is a
	// recovering launcher.
	Launches bool
	// Tells: a Helper that counts the panic in a metric, or tells a hook or a handler of it; or the
	// recover around one of Contains is given such a handler.
	Tells bool
}

// AFact marks Fact for go/analysis.
func (*Fact) AFact() {}

func (f *Fact) String() string {
	text := ""
	for _, p := range []struct {
		set  bool
		name string
	}{
		{f.Helper, "helper"}, {f.OnlyRecovers, "only-recovers"}, {f.Rethrows, "rethrows"}, {f.MayEnd, "may-end"}, {f.Recovers, "recovers"}, {f.RecoversLate, "recovers-late"}, {f.MayRecover, "may-recover"}, {f.Harmless, "harmless"}, {!f.Harmless && f.Extent != Extent{} && f.Extent.Calm(), "calm"},
		{f.ReturnsHelper, "returns-helper"}, {f.ReturnsRecovering, "returns-recovering"}, {f.Launches, "launches"}, {f.Tells, "tells"},
	} {
		if p.set {
			text += " " + p.name
		}
	}
	if f.Contains != nil {
		text += fmt.Sprint(" contains", f.Contains)
	}
	if f.Repeats != nil {
		text += fmt.Sprint(" repeats", f.Repeats)
	}
	if f.Spawns != nil {
		text += fmt.Sprint(" spawns", f.Spawns)
	}
	return "recovery:" + text
}

// empty tells whether the fact says nothing.
func (f *Fact) empty() bool { return f.Extent == Extent{} && f.String() == "recovery:" }

// contains tells whether parameter i runs under a recover.
func (f *Fact) contains(i int) bool { return slices.Contains(f.Contains, i) }

// RunsAgain tells whether parameter i runs again after it has panicked.
func (f *Fact) RunsAgain(i int) bool { return slices.Contains(f.Repeats, i) }

// RunsOnce tells whether parameter i runs under a recover, and not again.
func (f *Fact) RunsOnce(i int) bool { return f.contains(i) && !f.RunsAgain(i) }

// spawns tells whether parameter i runs on another goroutine without a recover.
func (f *Fact) spawns(i int) bool { return slices.Contains(f.Spawns, i) }
