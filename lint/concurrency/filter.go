package concurrency

import (
	"go/ast"
	"go/types"

	xanalysis "golang.org/x/tools/go/analysis"

	"github.com/go-race-audit/go-race-audit/lint/launch"
	"github.com/go-race-audit/go-race-audit/lint/unsafetype"
)

// startPackages start goroutines, or run what they are given on some.
var startPackages = map[string]bool{"net/http": true, "os/exec": true, "testing": true, "time": true, "context": true}

// mayShare tells whether the package can run two goroutines, and names an
// unsafe type or hands functions to goroutines for others that do: the cheap
// look that spares most packages the rest.
func mayShare(pass *xanalysis.Pass) bool {
	return startsGoroutines(pass) && (namesUnsafeType(pass) || takesFunctions(pass))
}

// takesFunctions tells whether a function of the package has a parameter that
// is a function or a stream.
func takesFunctions(pass *xanalysis.Pass) bool {
	for _, obj := range pass.TypesInfo.Defs {
		fn, ok := obj.(*types.Func)
		if !ok {
			continue
		}
		for param := range fn.Signature().Params().Variables() {
			switch param.Type().Underlying().(type) {
			case *types.Signature, *types.Interface:
				return true
			}
		}
	}
	return false
}

func namesUnsafeType(pass *xanalysis.Pass) bool {
	for _, tv := range pass.TypesInfo.Types {
		if tv.Type != nil && unsafetype.Of(tv.Type) != "" {
			return true
		}
	}
	return false
}

func startsGoroutines(pass *xanalysis.Pass) bool {
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
