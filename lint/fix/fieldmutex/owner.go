package fieldmutex

import (
	"go/ast"
	"go/types"
	"sort"

	"golang.org/x/tools/go/ast/astutil"

	"github.com/go-race-audit/go-race-audit/lint/fix"
	"github.com/go-race-audit/go-race-audit/lint/fix/guard"
)

// owner is the declared struct that the field belongs to.
type owner struct {
	fix.Where
	name   string
	fields *ast.FieldList
}

func findOwner(scene *fix.Scene) (owner, bool) {
	if scene.Subject == nil || !scene.Subject.IsField() || len(scene.Uses) == 0 {
		return owner{}, false
	}
	pos := scene.Subject.Pos()
	where, ok := scene.FileAt(pos)
	if !ok {
		return owner{}, false
	}
	path, _ := astutil.PathEnclosingInterval(where.File, pos, pos)
	found := owner{Where: where}
	for _, n := range path {
		switch n := n.(type) {
		case *ast.StructType:
			if found.fields == nil {
				found.fields = n.Fields
			} else {
				return owner{}, false // an unnamed struct in a struct
			}
		case *ast.TypeSpec:
			found.name = n.Name.Name
			return found, found.fields != nil
		}
	}
	return owner{}, false
}

// mutexes lists the struct's own: those that guard the field somewhere first, and
// else the only one.
func (o owner) mutexes(scene *fix.Scene) []candidate {
	var all []candidate
	for _, field := range o.fields.List {
		t := o.Pkg.TypesInfo.TypeOf(field.Type)
		if t == nil || !guard.IsMutex(t) {
			continue
		}
		shared := isShared(field.Type)
		for _, name := range field.Names {
			all = append(all, candidate{name: name.Name, pos: name.Pos(), shared: shared})
		}
		if v := embedded(o.Pkg.TypesInfo, field); v != nil {
			all = append(all, candidate{name: v.Name(), pos: v.Pos(), shared: shared, embedded: true})
		}
	}
	for i := range all {
		for _, use := range scene.Uses {
			if use.Base == nil {
				continue
			}
			if guard.Held(scene, use.Where, use.Path)[all[i].on(scene.Text(use.File, use.Base))].Mode != guard.Free {
				all[i].held++
			}
		}
	}
	sort.SliceStable(all, func(i, j int) bool { return all[i].held > all[j].held })
	if len(all) > 1 && all[0].held > 0 {
		return all[:1]
	}
	return all
}

// embedded is the field of a struct that has no name of its own.
func embedded(info *types.Info, field *ast.Field) *types.Var {
	if len(field.Names) > 0 {
		return nil
	}
	expr := field.Type
	if star, ok := expr.(*ast.StarExpr); ok {
		expr = star.X
	}
	sel, ok := expr.(*ast.SelectorExpr)
	if !ok {
		return nil
	}
	v, _ := info.Defs[sel.Sel].(*types.Var)
	return v
}

func isShared(expr ast.Expr) bool {
	if star, ok := expr.(*ast.StarExpr); ok {
		expr = star.X
	}
	sel, ok := expr.(*ast.SelectorExpr)
	return ok && sel.Sel.Name == "RWMutex"
}

// freshName is a name that no field has and no method.
func (o owner) freshName(scene *fix.Scene) string {
	taken := map[string]bool{}
	for _, field := range o.fields.List {
		for _, name := range field.Names {
			taken[name.Name] = true
		}
	}
	for _, name := range []string{"mu", scene.Subject.Name() + "Mu"} {
		if !taken[name] {
			return name
		}
	}
	return ""
}

// declare adds the mutex in front of the field.
func (o owner) declare(scene *fix.Scene, name string) ([]fix.Edit, bool) {
	edits, ok := scene.Import(o.Where, o.fields.Pos(), "sync")
	if !ok {
		return nil, false
	}
	for _, field := range o.fields.List {
		if field.Pos() <= scene.Subject.Pos() && scene.Subject.Pos() < field.End() {
			var at ast.Node = field
			if field.Doc != nil {
				at = field.Doc
			}
			return append(edits, scene.Before(o.File, at, name+" sync.Mutex")), true
		}
	}
	return nil, false
}
