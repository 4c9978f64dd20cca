package fix

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"
)

// Scores of how well a variable on a line of the report fits.
const (
	scoreNamed   = 8 // the finding names it
	scoreWritten = 4
	scoreLeaf    = 2 // nothing is selected from it
	scoreSite    = 3 // for each access that names it
)

// findSubject picks the variable that most accesses name, and the finding too.
func (s *Scene) findSubject() *types.Var {
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
	var best token.Pos
	for _, pos := range order {
		better := scores[pos] > scores[best] || scores[pos] == scores[best] && pos < best
		if best == token.NoPos || better {
			best = pos
		}
	}
	return vars[best]
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
