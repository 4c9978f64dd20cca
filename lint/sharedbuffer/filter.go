package sharedbuffer

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/analysis"

	"github.com/go-race-audit/go-race-audit/lint/launch"
	"github.com/go-race-audit/go-race-audit/lint/unsafetype"
)

// startPackages start goroutines, or run what they are given on some.
var startPackages = map[string]bool{"net/http": true, "os/exec": true, "testing": true, "time": true, "context": true}

// mayShare tells whether the package names an unsafe type and can run two
// goroutines: the cheap look that spares most packages the rest.
func mayShare(pass *analysis.Pass) bool {
	return namesUnsafeType(pass) && startsGoroutines(pass)
}

func namesUnsafeType(pass *analysis.Pass) bool {
	for _, tv := range pass.TypesInfo.Types {
		if tv.Type != nil && unsafetype.Of(tv.Type) != "" {
			return true
		}
	}
	return false
}

func startsGoroutines(pass *analysis.Pass) bool {
	for _, imported := range pass.Pkg.Imports() {
		if startPackages[imported.Path()] {
			return true
		}
	}
	for _, file := range pass.Files {
		found := false
		ast.Inspect(file, func(n ast.Node) bool {
			if _, ok := n.(*ast.GoStmt); ok {
				found = true
			}
			return !found
		})
		if found {
			return true
		}
	}
	for _, obj := range pass.TypesInfo.Uses {
		if fn, ok := obj.(*types.Func); ok {
			if _, launches := launch.Lookup(fn); launches {
				return true
			}
		}
	}
	return false
}
