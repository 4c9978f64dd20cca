package workerloop_test

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/go-race-audit/go-race-audit/lint/workerloop"
)

func TestWorkerLoops(t *testing.T) {
	analysistest.RunWithSuggestedFixes(t, analysistest.TestData(), workerloop.Analyzer, "workers")
}
