package fix

import (
	"cmp"
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"
)

// Scores of how well a variable on a line of the report fits.
const (
	scoreNamed   = 8 // the finding names it
	scoreType    = 9 // it has the type that the finding names
	scoreWritten = 4
	scoreLeaf    = 2 // nothing is selected from it
	scoreSite    = 3 // for each access that names it
)

// mostSubjects are looked at: a field and what holds it may both be meant.
const mostSubjects = 2

// subjects are the variables that most accesses name, and the finding too.
func (s *Scene) subjects() []*types.Var {
	scores, vars := map[token.Pos]int{}, map[token.Pos]*types.Var{}
	var order []token.Pos
	for _, site := range s.Sites {
		for pos, score := range s.namedAt(site, vars) {
			if scores[pos] == 0 {
				order = append(order, pos)
			}
			scores[pos] += score + scoreSite
		}
	}
	slices.SortFunc(order, func(a, b token.Pos) int {
		return cmp.Or(cmp.Compare(scores[b], scores[a]), cmp.Compare(a, b))
	})
	var found []*types.Var
	for _, pos := range order[:min(mostSubjects, len(order))] {
		found = append(found, vars[pos])
	}
	return found
}

// namedAt scores the variables on the line of one access.
func (s *Scene) namedAt(site Site, vars map[token.Pos]*types.Var) map[token.Pos]int {
	scores := map[token.Pos]int{}
	wanted := s.subjectName()
	tokenFile := s.Fset.File(site.File.Package)
	if site.Line > tokenFile.LineCount() {
		return scores
	}
	ast.Inspect(site.File, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		if !ok || s.Line(id.Pos()) != site.Line {
			return true
		}
		v, ok := site.Pkg.TypesInfo.Uses[id].(*types.Var)
		if !ok {
			v, ok = site.Pkg.TypesInfo.Defs[id].(*types.Var)
		}
		if !ok || !v.Pos().IsValid() {
			return true
		}
		if _, own := s.FileAt(v.Pos()); !own || synchronized(v.Type()) {
			return true
		}
		use := s.use(site.Where, id)
		score := 1
		if v.Name() == wanted {
			score += scoreNamed
		}
		if s.hasSubjectType(v.Type()) {
			score += scoreType
		}
		if use.Write && site.Operation == "write" {
			score += scoreWritten
		}
		if !use.selected() {
			score += scoreLeaf
		}
		scores[v.Pos()], vars[v.Pos()] = max(scores[v.Pos()], score), v
		return true
	})
	return scores
}

// subjectName is the last part of the finding's subject.
func (s *Scene) subjectName() string {
	if s.Target.Subject == nil {
		return ""
	}
	name := strings.TrimSuffix(*s.Target.Subject, "[]")
	return name[strings.LastIndexByte(name, '.')+1:]
}

// hasSubjectType tells whether a variable holds or points to the type that the
// finding names: what a library's method changed is that, not what led there.
func (s *Scene) hasSubjectType(t types.Type) bool {
	if s.Target.SubjectType == nil || !strings.Contains(*s.Target.SubjectType, ".") {
		return false // too many have it
	}
	if ptr, ok := t.Underlying().(*types.Pointer); ok {
		t = ptr.Elem()
	}
	name := types.TypeString(t, func(p *types.Package) string { return p.Name() })
	return name == strings.TrimPrefix(*s.Target.SubjectType, "*")
}

// synchronized tells whether a type is made for several goroutines.
func synchronized(t types.Type) bool {
	if ptr, ok := t.Underlying().(*types.Pointer); ok {
		t = ptr.Elem()
	}
	named, ok := types.Unalias(t).(*types.Named)
	if !ok || named.Obj().Pkg() == nil {
		return false
	}
	switch named.Obj().Pkg().Path() {
	case "sync", "sync/atomic", "context":
		return true
	case "testing":
		return named.Obj().Name() == "T" || named.Obj().Name() == "B"
	}
	return false
}
