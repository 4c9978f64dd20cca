package scope

import (
	"go/ast"
	"go/token"
	"go/types"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// Place is what kind of code a package is.
type Place string

const (
	// Product is code that runs in the user's processes.
	Product Place = "product"
	// Example is there to be read.
	Example Place = "example"
	// Command is a program that serves nobody: a panic ends what a person started.
	Command Place = "command"
	// TestHelper runs in tests only.
	TestHelper Place = "test helper"
	// Tool builds, generates or measures.
	Tool Place = "tool"
)

// folders tell a place by one element of the import path within its module.
var folders = map[string]Place{
	"example": Example, "examples": Example, "_examples": Example, "sample": Example, "samples": Example, "demo": Example, "tutorial": Example,
	"test": TestHelper, "tests": TestHelper, "testing": TestHelper, "testutil": TestHelper, "testutils": TestHelper, "testdata": TestHelper,
	"e2e": TestHelper, "e2eutil": TestHelper, "mock": TestHelper, "mocks": TestHelper, "integration": TestHelper, "interop": TestHelper, "fuzz": TestHelper, "fuzzing": TestHelper,
	"tools": Tool, "tool": Tool, "hack": Tool, "scripts": Tool, "script": Tool, "bench": Tool, "benchmark": Tool, "benchmarks": Tool, "contrib": Tool,
}

// helperFolder matches folders such as testenv, testingx, test-data and persistence-tests, whatever the packages in
// them are called; testnet is a network.
var helperFolder = regexp.MustCompile(`^test(-|ing\w|(bed|env|fixtures?|framework|harness|helpers?|infra|kit|lib|servers?|suites?|support)$)|-tests?$`)

// mockFile matches the names of files with stand-ins for tests of others.
var mockFile = regexp.MustCompile(`^(mock|fake)|_(mock|fake|testing)\.go$`)

// At tells the place of what stands at pos in file: that of its package, unless it is for tests
// alone.
func At(fset *token.FileSet, file *ast.File, pos token.Pos, ofPackage Place) Place {
	if mockFile.MatchString(filepath.Base(fset.PositionFor(file.Package, false).Filename)) || forTests(file, pos) {
		return TestHelper
	}
	return ofPackage
}

// forTests: a file that imports testing is for tests, if half of its functions or one of its types
// deal with it; of another file only the functions are that do.
func forTests(file *ast.File, pos token.Pos) bool {
	if !slices.ContainsFunc(file.Imports, func(spec *ast.ImportSpec) bool { return spec.Path.Value == `"testing"` }) {
		return false
	}
	functions, testing := 0, 0
	for _, decl := range file.Decls {
		tests := mentionsTesting(decl)
		fn, ok := decl.(*ast.FuncDecl)
		switch {
		case tests && (!ok || decl.Pos() <= pos && pos < decl.End()):
			return true
		case ok && fn.Recv == nil:
			functions++
		}
		if tests {
			testing++
		}
	}
	return 2*testing >= functions
}

func mentionsTesting(decl ast.Decl) bool {
	found := false
	ast.Inspect(decl, func(n ast.Node) bool {
		selector, ok := n.(*ast.SelectorExpr)
		if ok {
			id, name := selector.X.(*ast.Ident)
			found = found || name && id.Name == "testing"
		}
		return !found
	})
	return found
}

// helperName matches packages such as httptest, testserver and mockdb, and not
// latest or contest.
var helperName = regexp.MustCompile(`^(test|mock|fake).|.test(ing|util|utils)$|` +
	`^(api|app|auth|cache|client|cluster|config|core|db|event|file|fs|grpc|handler|http|integration|io|job|kafka|load|log|mq|net|proto|queue|raft|redis|router|rpc|server|service|slog|sql|storage|store|stress|unit|web)tests?$`)

// Of tells the place of the pass's package.
func Of(pass *analysis.Pass) Place {
	within := pass.Pkg.Path()
	if m := pass.Module; m != nil && m.Path != "" {
		within = strings.TrimPrefix(strings.TrimPrefix(within, m.Path), "/")
	}
	if place := Folder(within); place != Product && (strings.Contains(within, "/") || within != pass.Pkg.Path()) {
		return place
	}
	if name := pass.Pkg.Name(); helperName.MatchString(name) || testsAnother(pass) || takesTests(pass.Pkg) {
		return TestHelper
	}
	if pass.Pkg.Name() == "main" && !serves(pass.TypesInfo) {
		return Command
	}
	return Product
}

// Folder tells the place of what lies at a path within its module.
func Folder(path string) Place {
	for element := range strings.SplitSeq(path, "/") {
		if helperFolder.MatchString(element) {
			return TestHelper
		}
		if place, ok := folders[element]; ok {
			return place
		}
	}
	return Product
}

// testsAnother: a package slacktest that lies in slack, or imports it, is for tests of what
// uses slack.
func testsAnother(pass *analysis.Pass) bool {
	tested, ok := strings.CutSuffix(pass.Pkg.Name(), "test")
	return ok && (tested == path.Base(path.Dir(pass.Pkg.Path())) ||
		slices.ContainsFunc(pass.Pkg.Imports(), func(pkg *types.Package) bool { return pkg.Name() == tested }))
}

// takesTests: a package with an interface TestingT of its own, as assertions have, is
// handed a *testing.T.
func takesTests(pkg *types.Package) bool {
	obj := pkg.Scope().Lookup("TestingT")
	return obj != nil && types.IsInterface(obj.Type())
}

// serves tells whether a package itself answers requests.
func serves(info *types.Info) bool {
	for _, obj := range info.Uses {
		fn, ok := obj.(*types.Func)
		if !ok || fn.Pkg() == nil {
			continue
		}
		switch name := fn.Name(); {
		case strings.HasPrefix(name, "ListenAndServe"), name == "Serve", name == "ServeTLS":
			return true
		case fn.Pkg().Path() == "net" && strings.HasPrefix(name, "Listen"), fn.Pkg().Path() == "net/http" && strings.HasPrefix(name, "Handle"):
			return true
		}
	}
	return false
}
