// Package scope knows what is looked at: the user's code, and what kind of
// code it is.
package scope

import (
	"go/ast"
	"go/build"
	"go/token"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"golang.org/x/tools/go/analysis"
)

// Own tells whether the pass's package belongs to the user: not to the standard
// library, which has no module, nor to a dependency, whose module has a version.
func Own(pass *analysis.Pass) bool {
	if m := pass.Module; m != nil && m.Path != "" {
		return m.Version == ""
	}
	return !Standard(pass.Pkg.Path())
}

// standard remembers what Standard found.
var standard sync.Map

// Standard tells whether path is a package of GOROOT.
func Standard(path string) bool {
	first, _, _ := strings.Cut(path, "/")
	if strings.Contains(first, ".") {
		return false
	}
	if known, ok := standard.Load(path); ok {
		return known.(bool)
	}
	_, err := os.Stat(filepath.Join(build.Default.GOROOT, "src", filepath.FromSlash(path)))
	standard.Store(path, err == nil)
	return err == nil
}

// TestFile tells whether pos lies in a test file.
func TestFile(fset *token.FileSet, pos token.Pos) bool {
	return strings.HasSuffix(fset.PositionFor(pos, false).Filename, "_test.go")
}

// Reported tells whether launches of file are listed: it is neither a test
// file nor generated.
func Reported(fset *token.FileSet, file *ast.File) bool {
	return !TestFile(fset, file.FileStart) && !Generated(fset, file)
}

// Generated tells whether a program wrote file. What cgo made of a user's file
// is the user's: line directives lead back to it.
func Generated(fset *token.FileSet, file *ast.File) bool {
	here, there := fset.PositionFor(file.Package, false), fset.Position(file.Package)
	return ast.IsGenerated(file) && (here.Filename == there.Filename || !cgo(file))
}

// cgo tells whether file is an output of cmd/cgo.
func cgo(file *ast.File) bool {
	return len(file.Comments) > 0 && strings.Contains(file.Comments[0].Text(), "cmd/cgo")
}
