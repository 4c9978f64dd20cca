// Package catalog lists the patterns and asks each of them about each target.
package catalog

import (
	"slices"

	"github.com/go-race-audit/go-race-audit/lint/fix"
	"github.com/go-race-audit/go-race-audit/lint/fix/atomicvalue"
	"github.com/go-race-audit/go-race-audit/lint/fix/closeonce"
	"github.com/go-race-audit/go-race-audit/lint/fix/fieldmutex"
	"github.com/go-race-audit/go-race-audit/lint/fix/heldlock"
	"github.com/go-race-audit/go-race-audit/lint/fix/initbefore"
	"github.com/go-race-audit/go-race-audit/lint/fix/lazyinit"
	"github.com/go-race-audit/go-race-audit/lint/fix/lockedbuffer"
	"github.com/go-race-audit/go-race-audit/lint/fix/loopvariable"
	"github.com/go-race-audit/go-race-audit/lint/fix/mixedatomic"
	"github.com/go-race-audit/go-race-audit/lint/fix/ownvariable"
	"github.com/go-race-audit/go-race-audit/lint/fix/perindex"
	"github.com/go-race-audit/go-race-audit/lint/fix/subtestcopy"
	"github.com/go-race-audit/go-race-audit/lint/fix/variablemutex"
	"github.com/go-race-audit/go-race-audit/lint/fix/waitgroup"
	"github.com/go-race-audit/go-race-audit/lint/fix/waitresult"
	"github.com/go-race-audit/go-race-audit/lint/load"
)

// Patterns are all, the one that changes least first: that is the order in which
// they are tried.
func Patterns() []fix.Pattern {
	return []fix.Pattern{
		mixedatomic.Pattern,
		loopvariable.Pattern,
		ownvariable.Pattern,
		subtestcopy.Pattern,
		closeonce.Pattern,
		waitgroup.Pattern,
		initbefore.Pattern,
		waitresult.Pattern,
		lazyinit.Pattern,
		perindex.Pattern,
		fieldmutex.Existing,
		heldlock.Pattern,
		atomicvalue.Pattern,
		fieldmutex.New,
		lockedbuffer.Pattern,
		variablemutex.Pattern,
	}
}

// Propose makes proposals for each target.
func Propose(program *load.Program, targets []fix.Target) []fix.Proposal {
	index := fix.NewIndex(program)
	proposals := []fix.Proposal{}
	for _, target := range targets {
		proposals = append(proposals, forTarget(index.Scenes(target))...)
	}
	return proposals
}

// Proposals of one target, and of one variable that it may be about: each is
// tried, and that takes time.
const (
	mostProposals = 4
	mostOfSubject = 3
)

func forTarget(scenes []*fix.Scene) []fix.Proposal {
	var proposals []fix.Proposal
	for _, scene := range scenes {
		for _, proposal := range forScene(scene) {
			same := func(p fix.Proposal) bool { return slices.Equal(p.Edits, proposal.Edits) }
			if !slices.ContainsFunc(proposals, same) && len(proposals) < mostProposals {
				proposals = append(proposals, proposal)
			}
		}
	}
	return proposals
}

func forScene(scene *fix.Scene) []fix.Proposal {
	var proposals []fix.Proposal
	for _, pattern := range Patterns() {
		if len(scene.Others) > 0 && !pattern.Several {
			continue
		}
		for _, draft := range pattern.Draft(scene) {
			edits, ok := scene.Settle(draft)
			if !ok || len(proposals) == mostOfSubject {
				continue
			}
			proposals = append(proposals, fix.Proposal{
				Fingerprint: scene.Target.Fingerprint, Pattern: pattern.Name, Title: draft.Title.String(), Words: draft.Title, Edits: edits,
			})
		}
	}
	return proposals
}
