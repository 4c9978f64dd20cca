package sharedbuffer_test

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/go-race-audit/go-race-audit/lint/sharedbuffer"
)

func TestAnalyzer(t *testing.T) {
	analysistest.Run(t, analysistest.TestData(), sharedbuffer.Analyzer, "shared", "handlers", "polledbuf", "uses", "library", "dice")
}
