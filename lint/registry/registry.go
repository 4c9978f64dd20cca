// Package registry lists the analyzers.
package registry

import (
	"golang.org/x/tools/go/analysis"

	"github.com/go-race-audit/go-race-audit/lint/unrecoveredgoroutine"
)

// Analyzers are all that are run, in the order in which they are documented.
func Analyzers() []*analysis.Analyzer {
	return []*analysis.Analyzer{
		unrecoveredgoroutine.Analyzer,
	}
}
