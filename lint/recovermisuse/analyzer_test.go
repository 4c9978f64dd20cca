package recovermisuse_test

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/go-race-audit/go-race-audit/lint/recovermisuse"
)

func TestMisplacedAndSilentRecovers(t *testing.T) {
	analysistest.Run(t, analysistest.TestData(), recovermisuse.Analyzer, "misuse", "mocks")
}

func TestDeferredBuiltinIsWrapped(t *testing.T) {
	analysistest.RunWithSuggestedFixes(t, analysistest.TestData(), recovermisuse.Analyzer, "fixes")
}
