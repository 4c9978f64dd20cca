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

// registered are the analyzers in the order in which they are documented, each with
// the guide's section of its comments to ignore it.
var registered = []struct {
	analyzer *analysis.Analyzer
	section  string
}{
	{sharedbuffer.Analyzer, sharedbuffer.Section},
	{capturedwrite.Analyzer, capturedwrite.SectionVariable},
	{readlockwrite.Analyzer, readlockwrite.Section},
	{waitgroupadd.Analyzer, waitgroupadd.Section},
	{mixedatomic.Analyzer, mixedatomic.Section},
	{unrecoveredgoroutine.Analyzer, unrecoveredgoroutine.Section},
	{workerloop.Analyzer, workerloop.Section},
	{recovermisuse.Analyzer, recovermisuse.SectionMisplaced},
}

// Analyzers are all that are run.
func Analyzers() []*analysis.Analyzer {
	var all []*analysis.Analyzer
	sections := map[string]string{}
	for _, r := range registered {
		all = append(all, r.analyzer)
		sections[r.analyzer.Name] = r.section
	}
	return append(all, directive.New(sections))
}
