package readlockwrite_test

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/go-race-audit/go-race-audit/lint/readlockwrite"
)

func TestFieldsChangedUnderAReadLock(t *testing.T) {
	analysistest.Run(t, analysistest.TestData(), readlockwrite.Analyzer, "readlock")
}
