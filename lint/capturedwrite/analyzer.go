// Package capturedwrite reports variables that goroutines change while others
// use them.
package capturedwrite

import (
	"go/ast"
	"go/types"
	"reflect"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/go-race-audit/go-race-audit/lint/diagnostic"
	"github.com/go-race-audit/go-race-audit/lint/launch"
	"github.com/go-race-audit/go-race-audit/lint/message"
	"github.com/go-race-audit/go-race-audit/lint/scope"
)

// The guide's sections for these diagnostics.
const (
	SectionVariable = "race-captured-variable"
	SectionMap      = "race-map"
	SectionSlice    = "race-slice"
)

// Analyzer reports variables that function literals on goroutines capture and change.
var Analyzer = &analysis.Analyzer{
	Name: "capturedwrite",
	Doc: `report captured variables that goroutines change at once

A function literal that runs on a goroutine shares the variables it captures.
The analyzer reports one that every goroutine of a loop changes, that two
goroutines change, or that the code after the go statement uses before anything
waits for the goroutine, such as a timeout that returns: an error or another
value that is assigned, a map that is written, a slice that is appended to.

Silent if: the goroutine takes a lock, sends or receives before it writes; the
loop itself waits; each goroutine writes an element of its own; only one turn of
the loop writes.

Not a goal: what is reached through pointers and calls; sharedbuffer follows
those for the types it knows, and the tests for all.

To suppress: //race-audit:ignore capturedwrite <reason>`,
	ResultType: reflect.TypeFor[*diagnostic.List](),
	Run:        run,
}

func run(pass *analysis.Pass) (any, error) {
	list := diagnostic.NewRaceList(pass)
	if !scope.Own(pass) {
		return list, nil
	}
	c := &checker{
		pass: pass, info: pass.TypesInfo, list: list,
		closures: launch.NewClosures(pass.TypesInfo, pass.Files), seen: map[string]bool{},
		results: map[*types.Var]bool{},
	}
	for _, file := range pass.Files {
		ast.Inspect(file, func(n ast.Node) bool {
			switch fn := n.(type) {
			case *ast.FuncDecl:
				if fn.Body != nil {
					c.noteResults(fn.Type)
					c.function(fn.Body)
				}
			case *ast.FuncLit:
				c.noteResults(fn.Type)
				c.function(fn.Body)
			}
			return true
		})
	}
	return list, nil
}

type checker struct {
	pass     *analysis.Pass
	info     *types.Info
	list     *diagnostic.List
	closures launch.Closures
	seen     map[string]bool // variables that were reported in their function
	results  map[*types.Var]bool
}

// function looks at the goroutines that one function starts itself.
func (c *checker) function(body *ast.BlockStmt) {
	if c.limited(body) {
		return
	}
	started := c.started(body)
	for i, g := range started {
		for _, w := range g.writes {
			switch {
			case g.loop != nil && !w.declaredIn(g.loop) && !w.once:
				c.report(w, g, message.Of("variable-loop", message.Args{"subject": w.name, "type": w.typ(c.pass.Pkg), "place": c.at(g.site.Node)}))
			case c.another(body, g, w, started[i+1:]):
			default:
				c.usedAfter(g, w)
			}
		}
	}
}

// another looks for a second goroutine that changes what w changes.
func (c *checker) another(body *ast.BlockStmt, g goroutine, w write, later []goroutine) bool {
	for _, o := range later {
		if !c.together(body, g, o) {
			continue
		}
		for _, other := range o.writes {
			if other.key == w.key {
				c.report(w, g, message.Of("variable-two", message.Args{"subject": w.name, "type": w.typ(c.pass.Pkg), "place": c.at(g.site.Node), "other": c.at(o.site.Node)}), other)
				return true
			}
		}
	}
	return false
}

// usedAfter looks for a use in the statements that follow the launch, up to the
// first that may wait.
func (c *checker) usedAfter(g goroutine, w write) {
	for _, stmt := range g.after {
		if c.waits(stmt) {
			if early, ok := stmt.(*ast.SelectStmt); ok {
				c.wayOut(g, w, early)
			}
			return
		}
		if use := c.use(stmt, w); use != nil {
			c.reportUse(w, g, *use)
			return
		}
		if leaves(stmt) {
			return
		}
	}
}

// wayOut looks for a case of a select that returns the variable, or assigns it as a
// named result, without having heard of the goroutine.
func (c *checker) wayOut(g goroutine, w write, stmt *ast.SelectStmt) {
	told := c.tells(g.lit)
	for _, clause := range stmt.Body.List {
		clause := clause.(*ast.CommClause)
		if clause.Comm == nil || told[received(clause.Comm)] || len(clause.Body) == 0 || received(clause.Comm) == "" {
			continue
		}
		ret, ok := clause.Body[len(clause.Body)-1].(*ast.ReturnStmt)
		if !ok || slices.ContainsFunc(clause.Body[:len(clause.Body)-1], func(s ast.Stmt) bool { return c.waits(s) }) {
			continue
		}
		switch {
		case c.use(ret, w) != nil:
			c.reportUse(w, g, use{ret, false})
		case w.kind == assigned && len(ret.Results) > 0 && c.results[w.variable]:
			c.reportUse(w, g, use{ret, true})
		}
	}
}

// reportUse tells of a variable that the code after the launch uses.
func (c *checker) reportUse(w write, g goroutine, u use) {
	text := message.Of("variable-read", message.Args{"subject": w.name, "type": w.typ(c.pass.Pkg), "place": c.at(g.site.Node), "line": c.line(u.node)})
	if u.written {
		text = message.Of("variable-written", message.Args{"subject": w.name, "type": w.typ(c.pass.Pkg), "place": c.at(g.site.Node), "line": c.line(u.node)})
	}
	c.report(w, g, text)
}

func (c *checker) line(n ast.Node) int { return c.pass.Fset.Position(n.Pos()).Line }

func (c *checker) at(n ast.Node) message.Message {
	return message.Of("at-line", message.Args{"line": c.line(n)})
}

// report tells once of each variable.
func (c *checker) report(w write, g goroutine, text message.Message, others ...write) {
	id := c.pass.Fset.Position(w.variable.Pos()).String() + w.name
	if c.seen[id] {
		return
	}
	c.seen[id] = true
	d := diagnostic.Diagnostic{
		Pos: w.node.Pos(), End: w.node.End(), Category: w.kind.category(), Section: w.kind.section(), Severity: diagnostic.Warning,
		Subject: w.name, SubjectType: w.typ(c.pass.Pkg), Message: text,
		Related: []diagnostic.Related{
			{Pos: g.site.Node.Pos(), End: g.site.Func.Pos(), Message: "goroutine: it starts here", Role: diagnostic.Goroutine},
			{Pos: w.variable.Pos(), Message: "declared here", Role: diagnostic.Declaration},
		},
	}
	for _, o := range others {
		d.Related = append(d.Related, diagnostic.Related{Pos: o.node.Pos(), End: o.node.End(), Message: "access: written here", Role: diagnostic.Access})
	}
	c.list.Report(d)
}
