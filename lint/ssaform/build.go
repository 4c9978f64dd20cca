// Package ssaform builds the SSA form of one package, within the analyzer.
//
// The buildssa pass would require ctrlflow, whose facts make go vet analyse
// every dependency; here dependencies stay declarations without bodies.
package ssaform

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"
)

// Package is one package in SSA form.
type Package struct {
	*ssa.Package
	// Funcs are the functions, methods and literals of the source, in the
	// order of their positions, and the function that gives the package
	// variables their values.
	Funcs []*ssa.Function
}

// Build returns the SSA form of the package of pass.
func Build(pass *analysis.Pass) *Package {
	if pkg := tryBuild(pass, named(pass)); pkg != nil {
		return pkg
	}
	return build(pass, all(pass.Pkg))
}

// tryBuild is build, nil where it needs a package that was not declared.
func tryBuild(pass *analysis.Pass, imports []*types.Package) (pkg *Package) {
	defer func() {
		if recover() != nil {
			pkg = nil
		}
	}()
	return build(pass, imports)
}

func build(pass *analysis.Pass, imports []*types.Package) *Package {
	prog := ssa.NewProgram(pass.Fset, ssa.BuilderMode(0))
	for _, p := range imports {
		prog.CreatePackage(p, nil, nil, true)
	}
	pkg := prog.CreatePackage(pass.Pkg, pass.Files, pass.TypesInfo, false)
	pkg.Build()
	return &Package{Package: pkg, Funcs: sourceFuncs(pkg)}
}

// named are the packages that the source imports or names something of: a small
// part of all, and what the builder asks for.
func named(pass *analysis.Pass) []*types.Package {
	seen := map[*types.Package]bool{nil: true, pass.Pkg: true}
	var packages []*types.Package
	add := func(p *types.Package) {
		if !seen[p] {
			seen[p] = true
			packages = append(packages, p)
		}
	}
	for _, p := range pass.Pkg.Imports() {
		add(p)
	}
	for _, obj := range pass.TypesInfo.Uses {
		add(obj.Pkg())
	}
	for _, selection := range pass.TypesInfo.Selections {
		add(selection.Obj().Pkg())
	}
	return packages
}

// all are the packages that pkg imports, with theirs.
func all(pkg *types.Package) []*types.Package {
	seen := map[*types.Package]bool{pkg: true}
	var packages []*types.Package
	var declare func([]*types.Package)
	declare = func(imports []*types.Package) {
		for _, p := range imports {
			if !seen[p] {
				seen[p] = true
				packages = append(packages, p)
				declare(p.Imports())
			}
		}
	}
	declare(pkg.Imports())
	return packages
}

// sourceFuncs collects the functions of the source and the literals in them.
func sourceFuncs(pkg *ssa.Package) []*ssa.Function {
	var funcs []*ssa.Function
	var add func(fn *ssa.Function)
	add = func(fn *ssa.Function) {
		if fn == nil || fn.Blocks == nil {
			return
		}
		funcs = append(funcs, fn)
		for _, anon := range fn.AnonFuncs {
			add(anon)
		}
	}
	for _, member := range pkg.Members {
		switch member := member.(type) {
		case *ssa.Function:
			add(member)
		case *ssa.Type:
			named, ok := member.Type().(*types.Named)
			if !ok {
				continue
			}
			for i := range named.NumMethods() {
				add(pkg.Prog.FuncValue(named.Method(i)))
			}
		}
	}
	slices.SortStableFunc(funcs, func(a, b *ssa.Function) int { return int(a.Pos()) - int(b.Pos()) })
	return funcs
}
