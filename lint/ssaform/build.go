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
	// order of their positions.
	Funcs []*ssa.Function
	// Init is the function that gives the package variables their values.
	Init *ssa.Function
}

// Build returns the SSA form of the package of pass.
func Build(pass *analysis.Pass) *Package {
	prog := ssa.NewProgram(pass.Fset, ssa.BuilderMode(0))
	declared := map[*types.Package]bool{pass.Pkg: true}
	var declare func([]*types.Package)
	declare = func(imports []*types.Package) {
		for _, p := range imports {
			if !declared[p] {
				declared[p] = true
				prog.CreatePackage(p, nil, nil, true)
				declare(p.Imports())
			}
		}
	}
	declare(pass.Pkg.Imports())
	pkg := prog.CreatePackage(pass.Pkg, pass.Files, pass.TypesInfo, false)
	pkg.Build()
	return &Package{Package: pkg, Funcs: sourceFuncs(pkg), Init: pkg.Func("init")}
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
