package directive_test

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/go-race-audit/go-race-audit/lint/ignore/directive"
)

func TestDirectivesThatSilenceNothing(t *testing.T) {
	analysistest.Run(t, analysistest.TestData(), directive.New(map[string]string{"x": "race-map"}), "a")
}
