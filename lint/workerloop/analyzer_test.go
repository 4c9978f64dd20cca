package workerloop_test

import (
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/go-race-audit/go-race-audit/lint/workerloop"
)

func TestWorkerLoops(t *testing.T) {
	analysistest.RunWithSuggestedFixes(t, analysistest.TestData(), workerloop.Analyzer, "workers")
}

// Whether a worker ticks decides which of two analyzers tells of it.
func TestWorkersThatCallWhatWasHandedIn(t *testing.T) {
	for _, run := range analysistest.Run(t, analysistest.TestData(), workerloop.Analyzer, "callbacks") {
		for _, d := range run.Diagnostics {
			want := workerloop.Items
			if strings.Contains(d.Message, "calls job") {
				want = workerloop.Ticks
			}
			if d.Category != want {
				t.Errorf("%s: category %s, want %s", d.Message, d.Category, want)
			}
		}
	}
}

func TestWorkersOfCodeForTestsAreNotes(t *testing.T) {
	analysistest.Run(t, analysistest.TestData(), workerloop.Analyzer, "m/testingx")
}
