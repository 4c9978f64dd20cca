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

// subjects are the variables that most accesses name, and the finding too. The
// others are those that the accesses name instead of the first.
func (s *Scene) subjects() (found, others []*types.Var) {
	scores, vars := map[token.Pos]int{}, map[token.Pos]*types.Var{}
	var order []token.Pos
	var bySite []map[token.Pos]int
	for _, site := range s.Sites {
		named := s.namedAt(site, vars)
		bySite = append(bySite, named)
		for pos, score := range named {
			if scores[pos] == 0 {
				order = append(order, pos)
			}
			scores[pos] += score + scoreSite
		}
	}
	slices.SortFunc(order, func(a, b token.Pos) int {
		return cmp.Or(cmp.Compare(scores[b], scores[a]), cmp.Compare(a, b))
	})
	for _, pos := range order[:min(mostSubjects, len(order))] {
		found = append(found, vars[pos])
	}
	if len(found) > 0 {
		others = s.others(found[0], bySite, vars)
	}
	return found, others
}

// others are the best of each access that does not name the subject, as long as
// one lock can guard them all.
func (s *Scene) others(subject *types.Var, bySite []map[token.Pos]int, vars map[token.Pos]*types.Var) []*types.Var {
	var others []*types.Var
	for _, named := range bySite {
		if named[subject.Pos()] > 0 {
			continue
		}
		var best *types.Var
		for pos, score := range named {
			v := vars[pos]
			if s.together(subject, v) && (best == nil || score > named[best.Pos()] || score == named[best.Pos()] && pos < best.Pos()) {
				best = v
			}
		}
		if best == nil {
			return nil // one lock is not enough
		}
		if !slices.Contains(others, best) {
			others = append(others, best)
		}
	}
	return others
}

// together tells whether two variables are fields of one struct, or belong to one
// function or package.
func (s *Scene) together(a, b *types.Var) bool {
	if a.IsField() != b.IsField() || a.Pkg() != b.Pkg() {
		return false
	}
	if a.IsField() {
		owner := TypeAround(s, a.Pos())
		return owner != "" && owner == TypeAround(s, b.Pos())
	}
	return a.Parent() == b.Parent()
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
