package sharedbuffer

import (
	"fmt"

	"golang.org/x/tools/go/ssa"

	"github.com/go-race-audit/go-race-audit/lint/concurrency"
	"github.com/go-race-audit/go-race-audit/lint/diagnostic"
)

// wording grades a conflict and says it in one sentence.
func (r *reporter) wording(c concurrency.Conflict, subject string) (category string, severity diagnostic.Severity, message string) {
	what := fmt.Sprintf("%s (%s)", subject, short(c.Here.Type))
	switch {
	case c.Via == concurrency.ByLock:
		return "unguarded", diagnostic.Warning, fmt.Sprintf("%s is %s in %s without %s, which %s holds when it is %s there", what, verb(c.Here), funcName(c.Func), r.subject(c.Beside.Locks[0].Ref, c.Spawn.Func), funcName(c.Spawn.Func), verb(c.Beside))
	case c.Via == concurrency.ByPool:
		return "pooled", diagnostic.Warning, fmt.Sprintf("the bytes of %s are returned, but it is given back to its sync.Pool at %s: whoever gets it next overwrites them", what, r.at(c.Beside.Trail[0]))
	case c.Spawn == c.Other && c.Spawn.Kind == concurrency.Queued:
		return "loop", diagnostic.Error, fmt.Sprintf("%s is %s by functions that several goroutines fetch and run, handed over at %s, without a common lock", what, both(c), r.at(c.Spawn.Trail[0]))
	case c.Via == concurrency.ByReturn:
		return "returned", diagnostic.Warning, fmt.Sprintf("%s is returned while %s may still write to it", what, r.who(c.Spawn))
	case c.Spawn == c.Other && c.Spawn.Kind == concurrency.Handler:
		return "handler", diagnostic.Error, fmt.Sprintf("%s is %s by requests that run at the same time, without a common lock", what, both(c))
	case c.Spawn == c.Other && c.Spawn.Many:
		return "loop", diagnostic.Error, fmt.Sprintf("%s is %s by each of the goroutines started at %s, without a common lock", what, both(c), r.at(c.Spawn.Trail[0]))
	case c.Spawn == c.Other:
		return "loop", diagnostic.Error, fmt.Sprintf("%s is %s by each goroutine that the loop starts at %s, without a common lock", what, both(c), r.at(c.Spawn.Trail[0]))
	case c.Via == concurrency.ByMethods:
		return "field", diagnostic.Warning, fmt.Sprintf("%s is %s in %s and %s by %s, without a common lock", what, verb(c.Here), funcName(c.Func), verb(c.Beside), r.who(c.Spawn))
	case c.Via == concurrency.ByVariable:
		return "package-variable", diagnostic.Warning, fmt.Sprintf("%s is %s in %s and %s by %s, without a common lock", what, verb(c.Here), funcName(c.Func), verb(c.Beside), r.who(c.Spawn))
	case c.Other != nil:
		return "two-goroutines", diagnostic.Error, fmt.Sprintf("%s is %s by %s and %s by %s, without a common lock", what, verb(c.Beside), r.who(c.Spawn), verb(c.Here), r.who(c.Other))
	case c.Spawn.Kind == concurrency.Copy:
		return "exec", diagnostic.Error, fmt.Sprintf("%s is %s here while %s may still write to it: Wait has not returned", what, verb(c.Here), r.who(c.Spawn))
	}
	return "shared", diagnostic.Error, fmt.Sprintf("%s is %s here and %s by %s, without a common lock", what, verb(c.Here), verb(c.Beside), r.who(c.Spawn))
}

// both is the verb for two uses that one sentence covers.
func both(c concurrency.Conflict) string {
	if c.Here.Write && c.Beside.Write {
		return "written"
	}
	return "read and written"
}

// who names a goroutine by where it starts.
func (r *reporter) who(sp *concurrency.Spawn) string {
	line := r.at(sp.Trail[0])
	switch sp.Kind {
	case concurrency.Handler:
		return fmt.Sprintf("the handler at %s", line)
	case concurrency.Copy:
		return fmt.Sprintf("the command started at %s", line)
	case concurrency.Timer:
		return fmt.Sprintf("the callback registered at %s", line)
	case concurrency.Subtest:
		return fmt.Sprintf("the parallel test started at %s", line)
	case concurrency.Queued:
		return fmt.Sprintf("the function handed to other goroutines at %s", line)
	case concurrency.Caller:
		return "callers of " + funcName(sp.Func)
	case concurrency.Pooled:
		return fmt.Sprintf("whoever gets it after %s", line)
	case concurrency.Goroutine:
	}
	return fmt.Sprintf("the goroutine started at %s", line)
}

// funcName is a function as a reader knows it: "(*Logger).Write".
func funcName(fn *ssa.Function) string {
	return fn.RelString(fn.Package().Pkg)
}
