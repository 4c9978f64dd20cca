package readlockwrite_test

import (
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/go-race-audit/go-race-audit/lint/diagnostic"
	"github.com/go-race-audit/go-race-audit/lint/readlockwrite"
)

func TestFieldsChangedUnderAReadLock(t *testing.T) {
	for _, run := range analysistest.Run(t, analysistest.TestData(), readlockwrite.Analyzer, "readlock") {
		var also []string
		for _, d := range run.Result.(*diagnostic.List).All() {
			for _, related := range d.Related {
				if related.Role == diagnostic.Access {
					also = append(also, related.Message)
				}
			}
		}
		if got, want := strings.Join(also, "; "), "access: w.ticker is changed here; access: m.on is changed here; access: m.shown is changed here"; got != want {
			t.Errorf("told with the first change of a section: %q, want %q", got, want)
		}
	}
}
