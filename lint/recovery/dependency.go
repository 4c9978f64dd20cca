package recovery

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"strings"

	"github.com/go-race-audit/go-race-audit/lint/scope"
	"github.com/go-race-audit/go-race-audit/lint/syntax"
)

// maxDependencyCalls bounds the calls that are followed within a dependency.
const maxDependencyCalls = 2

// noteDependencies reads the source of what a package defers of its dependencies, or of packages
// that do not type-check, and that is called as if it recovered: whether it ends the process then
// is told by nothing else.
func (r *Info) noteDependencies(file *ast.File) {
	ast.Inspect(file, func(n ast.Node) bool {
		d, ok := n.(*ast.DeferStmt)
		if !ok {
			return true
		}
		fn := r.Resolve(d.Call.Fun).Func
		if fn == nil || fn.Pkg() == nil || !recoveryName.MatchString(fn.Name()) || r.decls[fn] != nil || scope.Standard(fn.Pkg().Path()) || r.Of(fn).Extent.Measured {
			return true
		}
		if _, known := r.ending[fn]; !known {
			r.ending[fn] = r.endsElsewhere(fn)
		}
		return true
	})
}

// endsElsewhere tells whether fn, of which there is no fact, recovers and then always ends the
// process; false where its source is not at hand.
func (r *Info) endsElsewhere(fn *types.Func) bool {
	decls := r.declarations(filepath.Dir(r.absolute(r.pass.Fset.Position(fn.Pos()).Filename)))
	for _, decl := range decls[fn.Name()] {
		if decl.Body != nil && callsNamed(decl.Body, "recover") && endsByName(decl.Body.List, decls, 0) {
			return true
		}
	}
	return false
}

// absolute is the name of a source file of a dependency; under go vet, vendored ones are
// named as seen from the folder that go was called in, which lies above this package's.
func (r *Info) absolute(name string) string {
	if filepath.IsAbs(name) || len(r.pass.Files) == 0 {
		return name
	}
	dir := filepath.Dir(r.pass.Fset.Position(r.pass.Files[0].Package).Filename)
	for parent := filepath.Dir(dir); parent != dir; dir, parent = parent, filepath.Dir(parent) {
		if _, err := os.Stat(filepath.Join(dir, name)); err == nil {
			return filepath.Join(dir, name)
		}
	}
	return name
}

// declarations are the functions of the package in dir, by their names.
func (r *Info) declarations(dir string) map[string][]*ast.FuncDecl {
	found := map[string][]*ast.FuncDecl{}
	names, _ := filepath.Glob(filepath.Join(dir, "*.go")) // the pattern is well formed
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		if err != nil {
			continue
		}
		for _, decl := range file.Decls {
			if fn, ok := decl.(*ast.FuncDecl); ok {
				found[fn.Name.Name] = append(found[fn.Name.Name], fn)
			}
		}
	}
	return found
}

// endsByName is alwaysEnds by the names of what is called, which is all that syntax tells.
func endsByName(list []ast.Stmt, decls map[string][]*ast.FuncDecl, calls int) bool {
	for _, stmt := range list {
		switch s := stmt.(type) {
		case *ast.ExprStmt:
			call, ok := s.X.(*ast.CallExpr)
			if !ok {
				continue
			}
			name := syntax.CalledName(call)
			if name == "panic" || name == "Exit" || fatalName.MatchString(name) {
				return true
			}
			if inner := decls[name]; calls < maxDependencyCalls && len(inner) == 1 && inner[0].Body != nil && endsByName(inner[0].Body.List, decls, calls+1) {
				return true
			}
		case *ast.IfStmt:
			if calls == 0 && s.Else == nil && endsByName(s.Body.List, decls, calls+1) { // if r := recover(); r != nil
				return true
			}
		}
	}
	return false
}

func callsNamed(root ast.Node, name string) bool {
	found := false
	ast.Inspect(root, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok {
			found = found || syntax.CalledName(call) == name
		}
		return !found
	})
	return found
}
