package concurrency

import (
	"go/types"
	"slices"
	"strings"

	"github.com/go-race-audit/go-race-audit/lint/syntax"
)

// streams is the method of an interface t that a function uses a stream by:
// Write, Read or Int63, "" for another type.
func streams(t types.Type) string {
	it, ok := t.Underlying().(*types.Interface)
	if !ok {
		return ""
	}
	for _, name := range []string{"Write", "Read", "Int63"} {
		for i := range it.NumMethods() {
			if it.Method(i).Name() == name {
				return name
			}
		}
	}
	return ""
}

// retains tells whether a function may keep its arguments in what it returns.
func retains(sig *types.Signature) bool {
	for v := range sig.Results().Variables() {
		switch t := v.Type().Underlying().(type) {
		case *types.Pointer, *types.Signature, *types.Chan, *types.Struct:
			return true
		case *types.Interface:
			if t.NumMethods() > 0 && !syntax.IsError(v.Type()) {
				return true
			}
		}
	}
	return false
}

// keepers tells whether a function's name says that it keeps its arguments for
// later.
func keepers(name string) bool {
	return slices.ContainsFunc([]string{"Set", "With", "Register", "Add", "New", "Use", "Init", "Reset", "Attach", "Redirect", "Put", "Store", "Serve", "Listen", "Notify"},
		func(prefix string) bool { return strings.HasPrefix(name, prefix) })
}
