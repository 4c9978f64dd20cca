package concurrency

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	xanalysis "golang.org/x/tools/go/analysis"

	"github.com/go-race-audit/go-race-audit/lint/launch"
	"github.com/go-race-audit/go-race-audit/lint/unsafetype"
)

// startPackages start goroutines, or run what they are given on some.
var startPackages = map[string]bool{"net/http": true, "os/exec": true, "testing": true, "time": true, "context": true}

// mayShare tells whether the package can run two goroutines, or is made for
// callers on several, and names an unsafe type or hands functions to goroutines
// for others that do: the cheap look that spares most packages the rest.
func mayShare(pass *xanalysis.Pass) bool {
	if startsGoroutines(pass) {
		return namesUnsafeType(pass) || takesFunctions(pass)
	}
	return isForCallers(pass) && namesUnsafeType(pass)
}

// isForCallers tells whether the package keeps something that its callers may
// use on several goroutines: an unsafe package variable, an unsafe field beside
// a lock, a pool of buffers.
func isForCallers(pass *xanalysis.Pass) bool {
	return hasUnsafeVariable(pass) || imports(pass, "sync") && (hasLockedField(pass) || imports(pass, "bytes") && usesPool(pass))
}

func imports(pass *xanalysis.Pass, path string) bool {
	return slices.ContainsFunc(pass.Pkg.Imports(), func(p *types.Package) bool { return p.Path() == path })
}

// hasLockedField tells whether a struct has an unsafe field and a lock.
func hasLockedField(pass *xanalysis.Pass) bool {
	scope := pass.Pkg.Scope()
	return slices.ContainsFunc(scope.Names(), func(name string) bool {
		def, ok := scope.Lookup(name).(*types.TypeName)
		if !ok {
			return false
		}
		st, ok := def.Type().Underlying().(*types.Struct)
		if !ok {
			return false
		}
		lock, unsafe := false, false
		for field := range st.Fields() {
			lock = lock || strings.HasPrefix(unsafetype.Name(field.Type()), "sync.")
			unsafe = unsafe || unsafetype.Of(field.Type()) != ""
		}
		return lock && unsafe
	})
}

func usesPool(pass *xanalysis.Pass) bool {
	for _, obj := range pass.TypesInfo.Uses {
		if fn, ok := obj.(*types.Func); ok && fn.Name() == "Put" && launch.FullName(fn) == "(*sync.Pool).Put" {
			return true
		}
	}
	return false
}

// hasUnsafeVariable tells whether a package variable is of an unsafe type.
func hasUnsafeVariable(pass *xanalysis.Pass) bool {
	scope := pass.Pkg.Scope()
	return slices.ContainsFunc(scope.Names(), func(name string) bool {
		v, ok := scope.Lookup(name).(*types.Var)
		return ok && unsafetype.Of(v.Type()) != ""
	})
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
