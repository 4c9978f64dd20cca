package sharedbuffer

import (
	"golang.org/x/tools/go/ssa"

	"github.com/go-race-audit/go-race-audit/lint/concurrency"
	"github.com/go-race-audit/go-race-audit/lint/diagnostic"
	"github.com/go-race-audit/go-race-audit/lint/message"
)

// wording grades a conflict and says it in one sentence.
func (r *reporter) wording(c concurrency.Conflict, subject string) (category string, severity diagnostic.Severity, text message.Message) {
	typ := short(c.Here.Type)
	switch {
	case c.Via == concurrency.ByLock:
		lock := r.subject(c.Beside.Locks[0].Ref, c.Spawn.Func)
		return "unguarded", diagnostic.Warning, message.Of("shared-unguarded", message.Args{"subject": subject, "type": typ, "use": verb(c.Here), "function": funcName(c.Func), "lock": lock, "other": funcName(c.Spawn.Func), "otherUse": verb(c.Beside)})
	case c.Via == concurrency.ByAPI:
		return "package-variable", diagnostic.Warning, message.Of("shared-exported", message.Args{"subject": subject, "type": typ, "use": verb(c.Here), "function": funcName(c.Func)})
	case c.Via == concurrency.ByCalls:
		return "calls", diagnostic.Warning, message.Of("shared-calls", message.Args{"subject": subject, "type": typ, "use": both(c), "place": r.at(c.Spawn.Trail[0]), "function": funcName(c.Func)})
	case c.Via == concurrency.ByPool:
		return "pooled", diagnostic.Warning, message.Of("shared-pooled", message.Args{"subject": subject, "type": typ, "place": r.at(c.Beside.Trail[0])})
	case c.Spawn == c.Other && c.Spawn.Kind == concurrency.Queued:
		return "loop", diagnostic.Error, message.Of("shared-queued", message.Args{"subject": subject, "type": typ, "use": both(c), "place": r.at(c.Spawn.Trail[0])})
	case c.Via == concurrency.ByReturn:
		return "returned", diagnostic.Warning, message.Of("shared-returned", message.Args{"subject": subject, "type": typ, "who": r.who(c.Spawn)})
	case c.Spawn == c.Other && c.Spawn.Kind == concurrency.Handler:
		return "handler", diagnostic.Error, message.Of("shared-handler", message.Args{"subject": subject, "type": typ, "use": both(c)})
	case c.Spawn == c.Other && c.Spawn.Many:
		return "loop", diagnostic.Error, message.Of("shared-goroutines", message.Args{"subject": subject, "type": typ, "use": both(c), "place": r.at(c.Spawn.Trail[0])})
	case c.Spawn == c.Other:
		return "loop", diagnostic.Error, message.Of("shared-loop", message.Args{"subject": subject, "type": typ, "use": both(c), "place": r.at(c.Spawn.Trail[0])})
	case c.Via == concurrency.ByMethods:
		return "field", diagnostic.Warning, r.inFunction(c, subject, typ)
	case c.Via == concurrency.ByVariable:
		return "package-variable", diagnostic.Warning, r.inFunction(c, subject, typ)
	case c.Other != nil && c.Spawn.Kind == concurrency.Copy && c.Spawn.Trail[0] == c.Other.Trail[0]:
		return "exec", diagnostic.Error, message.Of("shared-streams", message.Args{"subject": subject, "type": typ, "place": r.at(c.Spawn.Trail[0])})
	case c.Other != nil:
		return "two-goroutines", diagnostic.Error, message.Of("shared-two", message.Args{"subject": subject, "type": typ, "otherUse": verb(c.Beside), "who": r.who(c.Spawn), "use": verb(c.Here), "other": r.who(c.Other)})
	case c.Spawn.Kind == concurrency.Copy:
		return "exec", diagnostic.Error, message.Of("shared-command", message.Args{"subject": subject, "type": typ, "use": verb(c.Here), "who": r.who(c.Spawn)})
	}
	return "shared", diagnostic.Error, message.Of("shared-here", message.Args{"subject": subject, "type": typ, "use": verb(c.Here), "otherUse": verb(c.Beside), "who": r.who(c.Spawn)})
}

// inFunction says that a function and a goroutine meet.
func (r *reporter) inFunction(c concurrency.Conflict, subject, typ string) message.Message {
	return message.Of("shared-function", message.Args{"subject": subject, "type": typ, "use": verb(c.Here), "function": funcName(c.Func), "otherUse": verb(c.Beside), "who": r.who(c.Spawn)})
}

// both is the verb for two uses that one sentence covers.
func both(c concurrency.Conflict) message.Message {
	if c.Here.Write && c.Beside.Write {
		return message.Of("use-written", nil)
	}
	return message.Of("use-both", nil)
}

// who names a goroutine by where it starts.
func (r *reporter) who(sp *concurrency.Spawn) message.Message {
	place := r.at(sp.Trail[0])
	switch sp.Kind {
	case concurrency.Handler:
		return message.Of("who-handler", message.Args{"place": place})
	case concurrency.Copy:
		return message.Of("who-command", message.Args{"place": place})
	case concurrency.Timer:
		return message.Of("who-callback", message.Args{"place": place})
	case concurrency.Subtest:
		return message.Of("who-subtest", message.Args{"place": place})
	case concurrency.Queued:
		return message.Of("who-queued", message.Args{"place": place})
	case concurrency.Caller:
		return message.Of("who-callers", message.Args{"function": funcName(sp.Func)})
	case concurrency.Pooled:
		return message.Of("who-next", message.Args{"place": place})
	case concurrency.Goroutine:
	}
	return message.Of("who-goroutine", message.Args{"place": place})
}

// funcName is a function as a reader knows it: "(*Logger).Write".
func funcName(fn *ssa.Function) string {
	return fn.RelString(fn.Package().Pkg)
}
