package guard

import (
	"go/ast"
	"go/token"
	"sort"
	"strings"

	"github.com/go-race-audit/go-race-audit/lint/fix"
	"github.com/go-race-audit/go-race-audit/lint/syntax"
)

// section is a run of statements of one list.
type section struct {
	list     []ast.Stmt
	from, to int
	uses     []fix.Use
}

func (s section) pos() token.Pos { return s.list[s.from].Pos() }
func (s section) end() token.Pos { return s.list[s.to].End() }

// widestGap is how many statements between two uses are locked with them, so
// that what was read is still true when it is written.
const widestGap = 3

// sections are the shortest runs of statements that hold all uses of a group.
func (p *Plan) sections(g *group) ([]section, bool) {
	var found []section
	for _, use := range g.uses {
		list, index, ok := statement(use)
		if !ok {
			return nil, false
		}
		if root := rootOf(use); root != nil && !declaredBefore(use, root, list[index].Pos()) {
			return nil, false
		}
		found = append(found, section{list, index, index, []fix.Use{use}})
	}
	sort.SliceStable(found, func(i, j int) bool {
		a, b := found[i], found[j]
		return a.pos() < b.pos() || a.pos() == b.pos() && a.end() > b.end()
	})
	return p.merge(g, found), true
}

// merge joins sections in the order of the source where one holds the next, or
// little is between them.
func (p *Plan) merge(g *group, found []section) []section {
	var merged []section
	for _, next := range found {
		if len(merged) == 0 || !p.joins(g, merged[len(merged)-1], next) {
			merged = append(merged, next)
			continue
		}
		last := &merged[len(merged)-1]
		last.uses = append(last.uses, next.uses...)
		if next.end() > last.end() {
			last.to = next.to
		}
	}
	return merged
}

func (p *Plan) joins(g *group, last, next section) bool {
	if next.end() <= last.end() {
		return next.pos() == last.pos() || p.Statements || p.fits(g, last) || p.readsOnly(g, last)
	}
	return &last.list[0] == &next.list[0] && p.calm(g, last.list[last.to+1:next.from]) && p.fits(g, last) && p.fits(g, next)
}

// readsOnly tells whether a loop does nothing but read the variable.
func (p *Plan) readsOnly(g *group, s section) bool {
	_, ok := p.snapshot(g, g.within(s.list[s.to]), s.list[s.to])
	return ok
}

// within are the uses inside of a statement.
func (g *group) within(stmt ast.Stmt) []fix.Use {
	var uses []fix.Use
	for _, use := range g.uses {
		if stmt.Pos() <= use.Expr.Pos() && use.Expr.Pos() < stmt.End() {
			uses = append(uses, use)
		}
	}
	return uses
}

// fits tells whether the lock may be held around the last statement of a section.
func (p *Plan) fits(g *group, s section) bool {
	info, stmt := g.uses[0].Pkg.TypesInfo, s.list[s.to]
	return !waits(stmt, info) && !p.calledAgain(stmt, info)
}

// calm tells whether statements between two uses may run under the lock.
func (p *Plan) calm(g *group, between []ast.Stmt) bool {
	if len(between) > widestGap {
		return false
	}
	info := g.uses[0].Pkg.TypesInfo
	for _, stmt := range between {
		if _, ok := stmt.(*ast.GoStmt); ok || waits(stmt, info) || p.calledAgain(stmt, info) || len(exits(stmt)) > 0 {
			return false
		}
		if lock, _, ok := lockCall(p.Scene, g.uses[0].Where, stmt); ok && lock != "" {
			return false
		}
	}
	return true
}

// surround locks before a section and unlocks behind it and wherever it is left.
func (p *Plan) surround(g *group, s section) ([]fix.Edit, bool) {
	file, info := g.uses[0].File, g.uses[0].Pkg.TypesInfo
	lock, unlock := p.calls(g)
	first, last := s.list[s.from], s.list[s.to]
	var leaving []ast.Stmt
	for _, stmt := range s.list[s.from : s.to+1] {
		again := waits(stmt, info) || p.calledAgain(stmt, info)
		if !p.Statements && (again || s.from == s.to && p.callsOut(stmt, info)) {
			if edits, ok := p.apart(g, s.uses, last); ok && s.from == s.to {
				return edits, true
			}
		}
		if again {
			return nil, false
		}
		leaving = append(leaving, exits(stmt)...)
	}
	if len(leaving) > 0 && leaving[len(leaving)-1] == last && len(leaving) == 1 {
		if _, ok := last.(*ast.ReturnStmt); ok {
			return []fix.Edit{p.Scene.Before(file, first, lock+"\ndefer "+unlock)}, true
		}
	}
	edits := []fix.Edit{p.opening(g, s, lock)}
	for _, stmt := range leaving {
		if branch, ok := stmt.(*ast.BranchStmt); ok && (branch.Label != nil || branch.Tok == token.GOTO) || g.usedIn(stmt) {
			return p.deferred(g, s, lock, unlock)
		}
		edits = append(edits, p.Scene.Before(file, stmt, unlock))
	}
	if len(leaving) == 0 || leaving[len(leaving)-1] != last {
		edits = append(edits, p.closing(g, s, lock, unlock))
	}
	return edits, true
}

// opening takes the lock before a section, or keeps it where it was just given back.
func (p *Plan) opening(g *group, s section, lock string) fix.Edit {
	file := g.uses[0].File
	if s.from > 0 && strings.HasSuffix(lock, ".Lock()") {
		before := s.list[s.from-1]
		if text, hold, ok := lockCall(p.Scene, g.uses[0].Where, before); ok && hold.Mode == Free && text+".Lock()" == lock &&
			p.Scene.Text(file, before) == text+".Unlock()" {
			return p.Scene.RemoveLines(file, before)
		}
	}
	return p.Scene.Before(file, s.list[s.from], lock)
}

// closing gives the lock back behind a section, or keeps it where it is taken again at once.
func (p *Plan) closing(g *group, s section, lock, unlock string) fix.Edit {
	file := g.uses[0].File
	if s.to+1 < len(s.list) && p.Scene.Text(file, s.list[s.to+1]) == lock {
		return p.Scene.RemoveLines(file, s.list[s.to+1])
	}
	return p.Scene.After(file, s.list[s.to], unlock)
}

// deferred unlocks at the end of the function, where the rest of it allows that.
func (p *Plan) deferred(g *group, s section, lock, unlock string) ([]fix.Edit, bool) {
	body := syntax.Body(g.fn)
	if body == nil || len(body.List) == 0 || &body.List[0] != &s.list[0] {
		return nil, false
	}
	info := g.uses[0].Pkg.TypesInfo
	for _, stmt := range s.list[s.from:] {
		if waits(stmt, info) || p.calledAgain(stmt, info) {
			return nil, false
		}
	}
	for _, use := range g.uses { // what was locked before would be locked twice
		if use.Expr.Pos() < s.pos() || use.Expr.Pos() > s.end() {
			return nil, false
		}
	}
	return []fix.Edit{p.Scene.Before(g.uses[0].File, s.list[s.from], lock+"\ndefer "+unlock)}, true
}

func (g *group) usedIn(n ast.Node) bool {
	for _, use := range g.uses {
		if n.Pos() <= use.Expr.Pos() && use.Expr.Pos() < n.End() {
			return true
		}
	}
	return false
}
