package capturedwrite_test

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/go-race-audit/go-race-audit/lint/capturedwrite"
)

func TestCapturedVariablesThatGoroutinesChange(t *testing.T) {
	analysistest.Run(t, analysistest.TestData(), capturedwrite.Analyzer, "captured")
}

func TestRacesInPackagesForTestsAreNotes(t *testing.T) {
	analysistest.Run(t, analysistest.TestData(), capturedwrite.Analyzer, "m/testutil")
}
