// Package sharedbuffer reports buffers, encoders, random sources and the like
// that two goroutines use at once without a common lock.
package sharedbuffer

import (
	"reflect"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/go-race-audit/go-race-audit/lint/concurrency"
	"github.com/go-race-audit/go-race-audit/lint/diagnostic"
	"github.com/go-race-audit/go-race-audit/lint/scope"
)

const doc = `report values that only one goroutine may use at a time and two use

A bytes.Buffer, a strings.Builder, what bufio, encoding/json, math/rand and
their like return have no lock of their own. The analyzer reports one that two
goroutines use, one of them changing it, with no lock held at both uses and
nothing that orders them. It also reports a field that one exported method uses
under the lock of its object and another without, and bytes of a buffer that
are returned when the buffer went back to its sync.Pool.

Silent if: a mutex is held at both uses (also by a caller); each goroutine has
its own; it is handed over a channel; a WaitGroup, errgroup, channel, sync.Once
or exec.Cmd.Wait orders the uses; log.Logger alone writes to it.

Not a goal: values under a computed index of a slice or map, and order made by
sleeping or by another process.

To suppress: //race-audit:ignore sharedbuffer <reason>`

// Section is the guide's section of every diagnostic.
const Section = "race-shared-buffer"

// Analyzer reports shared buffers. Its result is a *diagnostic.List.
var Analyzer = &analysis.Analyzer{
	Name:       "sharedbuffer",
	Doc:        doc,
	Run:        run,
	Requires:   []*analysis.Analyzer{concurrency.Analyzer},
	ResultType: reflect.TypeFor[*diagnostic.List](),
}

func run(pass *analysis.Pass) (any, error) {
	list := diagnostic.NewRaceList(pass)
	if !scope.Own(pass) {
		return list, nil
	}
	found := pass.ResultOf[concurrency.Analyzer].(*concurrency.Result)
	r := &reporter{pass: pass, list: list, found: found, seen: map[string]bool{}}
	// The rules that blame a method come first: a caller in which both uses
	// meet shows the same mistake.
	conflicts := slices.Clone(found.Conflicts)
	slices.SortStableFunc(conflicts, func(a, b concurrency.Conflict) int { return int(b.Via) - int(a.Via) })
	for _, c := range conflicts {
		r.conflict(c)
	}
	for _, file := range pass.Files {
		r.polled(file)
	}
	return list, nil
}
