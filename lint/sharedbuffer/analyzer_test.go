package sharedbuffer_test

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/go-race-audit/go-race-audit/lint/sharedbuffer"
)

func TestAnalyzer(t *testing.T) {
	for _, name := range []string{"shared", "handlers", "polledbuf", "uses"} {
		t.Run(name, func(t *testing.T) {
			analysistest.Run(t, analysistest.TestData(), sharedbuffer.Analyzer, name)
		})
	}
}
