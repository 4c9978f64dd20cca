// Package readlockwrite reports fields that are changed under a read lock.
package readlockwrite

import (
	"go/ast"
	"go/token"
	"go/types"
	"reflect"
	"slices"
	"sync"

	"golang.org/x/tools/go/analysis"

	"github.com/go-race-audit/go-race-audit/lint/diagnostic"
	"github.com/go-race-audit/go-race-audit/lint/message"
	"github.com/go-race-audit/go-race-audit/lint/scope"
	"github.com/go-race-audit/go-race-audit/lint/syntax"
)

// Section is the guide's section of every diagnostic.
const Section = "race-read-lock-write"

// Analyzer reports writes under RLock.
var Analyzer = &analysis.Analyzer{
	Name: "readlockwrite",
	Doc: `report fields that are changed under a read lock

Any number of goroutines hold the read lock of an RWMutex at once. The analyzer
reports a field, or a map in one, that is changed between RLock and RUnlock of a
mutex of the same object.

Silent if: nothing else in the package uses the field under the mutex, so that
it may not be what guards it; another lock is taken too; the object was made by
the function. A note where the field is no struct and only set to something else, and not
where it is nil; where nothing else uses it under the read lock and the function is called at a single
place, or builds, starts or stops the object; and in Read, Seek, Write and the deadlines of a
stream, which belongs to one goroutine.

Not a goal: elements of slices, and what is reached through further pointers or
calls.

To suppress: //race-audit:ignore readlockwrite <reason>`,
	ResultType: reflect.TypeFor[*diagnostic.List](),
	Run:        run,
}

func run(pass *analysis.Pass) (any, error) {
	list := diagnostic.NewRaceList(pass)
	if !scope.Own(pass) {
		return list, nil
	}
	c := &checker{
		info: pass.TypesInfo, list: list, guards: map[guarded][]*ast.BlockStmt{}, readers: map[guarded][]*ast.BlockStmt{},
		single:  sync.OnceValue(func() map[*ast.BlockStmt]bool { return calledOnce(pass) }),
		methods: sync.OnceValue(func() map[*ast.BlockStmt]string { return methods(pass) }),
		given:   sync.OnceValue(func() map[types.Object]bool { return given(pass) }),
	}
	c.each(pass.Files, c.note)
	c.each(pass.Files, c.report)
	return list, nil
}

// guarded is a field that is used where a mutex of the same object is held.
type guarded struct{ mutex, field types.Object }

type checker struct {
	info *types.Info
	list *diagnostic.List
	// guards are the functions that use the field with the mutex locked.
	guards map[guarded][]*ast.BlockStmt
	// readers are those of them that lock it for reading.
	readers map[guarded][]*ast.BlockStmt
	// The functions of the same names, which only findings ask for; single is calledOnce.
	single  func() map[*ast.BlockStmt]bool
	methods func() map[*ast.BlockStmt]string
	given   func() map[types.Object]bool
}

// each goes through all functions and literals.
func (c *checker) each(files []*ast.File, look func(*ast.BlockStmt)) {
	for _, file := range files {
		ast.Inspect(file, func(n ast.Node) bool {
			if body := syntax.Body(n); body != nil {
				look(body)
			}
			return true
		})
	}
}

// note remembers the fields that body uses with their object's mutex held.
func (c *checker) note(body *ast.BlockStmt) {
	for _, h := range c.sections(body) {
		h.inspect(func(n ast.Node) {
			field := c.fieldOf(n, h.lock)
			if field == nil {
				return
			}
			key := guarded{h.lock.mutex, field}
			c.guards[key] = append(c.guards[key], body)
			if h.reads {
				c.readers[key] = append(c.readers[key], body)
			}
		})
	}
}

// report tells of the fields that body changes with their object's mutex locked
// for reading only: once for a section, whose mistake is one.
func (c *checker) report(body *ast.BlockStmt) {
	for _, h := range c.sections(body) {
		if !h.reads || h.mixed {
			continue
		}
		changes := c.changes(h, body)
		if len(changes) == 0 {
			continue
		}
		first := changes[max(0, slices.IndexFunc(changes, func(ch change) bool { return ch.severity == diagnostic.Error }))]
		d := diagnostic.Diagnostic{
			Pos: first.node.Pos(), End: first.node.End(), Category: "read-lock", Section: Section, Severity: first.severity,
			Subject: diagnostic.FieldName(c.info, first.target), SubjectType: types.TypeString(c.info.TypeOf(first.target), func(p *types.Package) string { return p.Name() }),
			Message: message.Of("read-lock-write", message.Args{"subject": types.ExprString(first.target), "lock": types.ExprString(h.lock.expr)}),
			Related: []diagnostic.Related{{Pos: h.lock.expr.Pos(), End: h.lock.expr.End(), Message: "lock: taken for reading here", Role: diagnostic.Lock}},
		}
		for _, other := range changes {
			if other != first {
				d.Related = append(d.Related, diagnostic.Related{Pos: other.node.Pos(), End: other.node.End(), Message: "access: " + types.ExprString(other.target) + " is changed here", Role: diagnostic.Access})
			}
		}
		c.list.Report(d)
	}
}

// change is where a section changes a field of its object.
type change struct {
	node     ast.Node
	target   ast.Expr
	severity diagnostic.Severity
}

// changes are those of the section h of body that a read lock is not enough for.
func (c *checker) changes(h section, body *ast.BlockStmt) []change {
	var found []change
	h.inspect(func(n ast.Node) {
		for _, target := range c.changed(n) {
			field := c.fieldOf(target, h.lock)
			key := guarded{h.lock.mutex, field}
			if field == nil || !others(c.guards[key], body) || c.made(h.lock.owner, body) {
				continue
			}
			severity := diagnostic.Error
			if stream.MatchString(c.methods()[body]) || c.sets(n, field) && !c.onDemand(h, n, field) || !others(c.readers[key], body) && c.alone(body) {
				severity = diagnostic.Note
			}
			found = append(found, change{n, target, severity})
		}
	})
	return found
}

// others tells whether one of functions is not body.
func others(functions []*ast.BlockStmt, body *ast.BlockStmt) bool {
	return slices.ContainsFunc(functions, func(other *ast.BlockStmt) bool { return other != body })
}

// sets: n only sets the field to something else, which tears no map or struct and loses no update.
// Judged by hand on real code, 17 of 29 of these could be reached by two goroutines at once.
func (c *checker) sets(n ast.Node, field types.Object) bool {
	assign, ok := n.(*ast.AssignStmt)
	if _, struc := field.Type().Underlying().(*types.Struct); !ok || struc || assign.Tok != token.ASSIGN {
		return false
	}
	for _, left := range assign.Lhs {
		if _, element := ast.Unparen(left).(*ast.IndexExpr); element {
			return false
		}
	}
	return !slices.ContainsFunc(assign.Rhs, func(value ast.Expr) bool { return c.names(value, field) })
}

// onDemand: n makes, where the field is nil, what it is to hold: each caller does so that finds
// nothing there. What all that makes the struct gives the field is never nil.
func (c *checker) onDemand(h section, n ast.Node, field types.Object) bool {
	if c.given()[field] {
		return false
	}
	found := false
	h.inspect(func(around ast.Node) {
		branch, ok := around.(*ast.IfStmt)
		if !ok || n.Pos() < branch.Body.Pos() || branch.Body.End() < n.End() {
			return
		}
		test, ok := ast.Unparen(branch.Cond).(*ast.BinaryExpr)
		found = found || ok && test.Op == token.EQL && c.info.Types[test.Y].IsNil() && c.names(test.X, field)
	})
	return found
}

// names tells whether field is used below root.
func (c *checker) names(root ast.Node, field types.Object) bool {
	return syntax.Contains(root, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		if !ok {
			return false
		}
		v, ok := c.info.Uses[id].(*types.Var)
		return ok && v.Origin() == field
	})
}

// alone: the function is called at one place, or once in the life of an object, so that
// nothing shows that two goroutines run it at once.
func (c *checker) alone(body *ast.BlockStmt) bool {
	return c.single()[body] || stage.MatchString(c.methods()[body])
}

// made: the object is a variable that body itself declares with a literal.
func (c *checker) made(owner types.Object, body *ast.BlockStmt) bool {
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		assign, ok := n.(*ast.AssignStmt)
		if !ok || len(assign.Lhs) != len(assign.Rhs) {
			return !found
		}
		for i, left := range assign.Lhs {
			if id, ok := left.(*ast.Ident); ok && c.info.Defs[id] == owner {
				value := ast.Unparen(assign.Rhs[i])
				if address, ok := value.(*ast.UnaryExpr); ok {
					value = address.X
				}
				_, literal := value.(*ast.CompositeLit)
				found = found || literal
			}
		}
		return !found
	})
	return found
}
