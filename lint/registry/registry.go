// Package registry lists the analyzers.
package registry

import (
	"golang.org/x/tools/go/analysis"

	"github.com/go-race-audit/go-race-audit/lint/capturedwrite"
	"github.com/go-race-audit/go-race-audit/lint/ignore/directive"
	"github.com/go-race-audit/go-race-audit/lint/mixedatomic"
	"github.com/go-race-audit/go-race-audit/lint/readlockwrite"
	"github.com/go-race-audit/go-race-audit/lint/recovermisuse"
	"github.com/go-race-audit/go-race-audit/lint/sharedbuffer"
	"github.com/go-race-audit/go-race-audit/lint/unrecoveredgoroutine"
	"github.com/go-race-audit/go-race-audit/lint/waitgroupadd"
	"github.com/go-race-audit/go-race-audit/lint/workerloop"
)

// Analyzers are all that are run, in the order in which they are documented.
func Analyzers() []*analysis.Analyzer {
	return []*analysis.Analyzer{
		sharedbuffer.Analyzer,
		capturedwrite.Analyzer,
		readlockwrite.Analyzer,
		waitgroupadd.Analyzer,
		mixedatomic.Analyzer,
		unrecoveredgoroutine.Analyzer,
		workerloop.Analyzer,
		recovermisuse.Analyzer,
		directive.New(sections),
	}
}

// sections is the guide's section of each analyzer's comments to ignore it.
var sections = map[string]string{
	sharedbuffer.Analyzer.Name:         sharedbuffer.Section,
	capturedwrite.Analyzer.Name:        capturedwrite.SectionVariable,
	readlockwrite.Analyzer.Name:        readlockwrite.Section,
	waitgroupadd.Analyzer.Name:         waitgroupadd.Section,
	mixedatomic.Analyzer.Name:          mixedatomic.Section,
	unrecoveredgoroutine.Analyzer.Name: unrecoveredgoroutine.Section,
	workerloop.Analyzer.Name:           workerloop.Section,
	recovermisuse.Analyzer.Name:        recovermisuse.SectionMisplaced,
}
