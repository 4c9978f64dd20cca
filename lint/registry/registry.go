// Package registry lists the analyzers.
package registry

import (
	"golang.org/x/tools/go/analysis"

	"github.com/go-race-audit/go-race-audit/lint/recovermisuse"
	"github.com/go-race-audit/go-race-audit/lint/unrecoveredgoroutine"
	"github.com/go-race-audit/go-race-audit/lint/workerloop"
)

// Analyzers are all that are run, in the order in which they are documented.
func Analyzers() []*analysis.Analyzer {
	return []*analysis.Analyzer{
		unrecoveredgoroutine.Analyzer,
		workerloop.Analyzer,
		recovermisuse.Analyzer,
	}
}
