package waitgroupadd_test

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/go-race-audit/go-race-audit/lint/waitgroupadd"
)

func TestGoroutinesThatCountThemselves(t *testing.T) {
	analysistest.Run(t, analysistest.TestData(), waitgroupadd.Analyzer, "counted")
}
