// Package nested reads what modules below a module make of it: a server may have its main
// package, and all that only the program needs, in a module of its own.
package nested

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/mod/modfile"

	"github.com/go-race-audit/go-race-audit/lint/scope"
)

// Imports are the paths that programs in modules below root import, where such a module
// replaces the one at root, whose path is module, by its folder: `replace m => ../..`. What
// cannot be read has none.
func Imports(root, module string) []string {
	var found []string
	visit(root, func(name string) {
		dir := filepath.Dir(name)
		within, _ := filepath.Rel(root, dir) // dir lies in root
		if filepath.Base(name) != "go.mod" || dir == root || scope.Folder(filepath.ToSlash(within)) != scope.Product || !replaces(name, root, module) {
			return
		}
		if imports, program := read(dir); program {
			found = append(found, imports...)
		}
	})
	slices.Sort(found)
	return slices.Compact(found)
}

// visit calls f with each plain file in the folders below root in which the go command looks
// for packages. A link or a pipe is none of the module's code.
func visit(root string, f func(name string)) {
	_ = filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil, entry.IsDir() && path != root && ignored(entry.Name()):
			return fs.SkipDir
		case entry.Type().IsRegular():
			f(path)
		}
		return nil
	})
}

func ignored(name string) bool {
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "_") || slices.Contains([]string{"node_modules", "testdata", "vendor"}, name)
}

// replaces tells whether the module of the go.mod with this name stands on that at root.
func replaces(name, root, module string) bool {
	content, err := os.ReadFile(name)
	if err != nil {
		return false
	}
	file, err := modfile.Parse(name, content, nil)
	return err == nil && slices.ContainsFunc(file.Replace, func(r *modfile.Replace) bool {
		return r.Old.Path == module && r.New.Version == "" && filepath.Join(filepath.Dir(name), filepath.FromSlash(r.New.Path)) == filepath.Clean(root)
	})
}

// read is what the Go files below dir import, but for tests, and whether there is a program
// among them.
func read(dir string) (imports []string, program bool) {
	visit(dir, func(name string) {
		if filepath.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go") {
			return
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
		if err != nil {
			return
		}
		program = program || file.Name.Name == "main"
		for _, spec := range file.Imports {
			if path, err := strconv.Unquote(spec.Path.Value); err == nil {
				imports = append(imports, path)
			}
		}
	})
	return imports, program
}
