package mixedatomic_test

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/go-race-audit/go-race-audit/lint/mixedatomic"
)

func TestPlainUsesOfWhatIsChangedAtomically(t *testing.T) {
	if err := mixedatomic.Analyzer.Flags.Set("notes", "true"); err != nil {
		t.Fatal(err)
	}
	analysistest.Run(t, analysistest.TestData(), mixedatomic.Analyzer, "mixed", "program")
}
