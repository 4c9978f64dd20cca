package unrecoveredgoroutine_test

import (
	"go/token"
	"regexp"
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/go-race-audit/go-race-audit/lint/diagnostic"
	"github.com/go-race-audit/go-race-audit/lint/unrecoveredgoroutine"
)

func TestLaunchesWithEvidenceAreWarnings(t *testing.T) {
	analysistest.Run(t, analysistest.TestData(), unrecoveredgoroutine.Analyzer, "handlers", "safego", "launched", "launched/log", "incoming", "scheduled", "silent")
}

func TestFixesFollowThePackage(t *testing.T) {
	analysistest.RunWithSuggestedFixes(t, analysistest.TestData(), unrecoveredgoroutine.Analyzer, "fixes", "fixhelper")
}

// noted matches the comment of a line on which a note is expected.
var noted = regexp.MustCompile(`^// note\b`)

func TestLaunchesWithoutEvidenceAreNotes(t *testing.T) {
	for _, run := range analysistest.Run(t, analysistest.TestData(), unrecoveredgoroutine.Analyzer, "bare", "siblings", "meant") {
		lines := func(pos token.Pos) int { return run.Pass.Fset.Position(pos).Line }
		want, got := map[int]bool{}, map[int]bool{}
		for _, file := range run.Pass.Files {
			if run.Pass.Fset.Position(file.Pos()).Filename != run.Pass.Fset.Position(run.Pass.Files[0].Pos()).Filename {
				continue // generated and test files have none
			}
			for _, group := range file.Comments {
				for _, comment := range group.List {
					if noted.MatchString(comment.Text) {
						want[lines(comment.Pos())] = true
					}
				}
			}
		}
		for _, d := range run.Result.(*unrecoveredgoroutine.Result).All() {
			if d.Severity != diagnostic.Note {
				t.Errorf("line %d: severity %s, want a note", lines(d.Pos), d.Severity)
			}
			got[lines(d.Pos)] = true
			if !want[lines(d.Pos)] {
				t.Errorf("line %d: unexpected note: %s", lines(d.Pos), d.Message)
			}
		}
		for line := range want {
			if !got[line] {
				t.Errorf("line %d: no note", line)
			}
		}
	}
}
