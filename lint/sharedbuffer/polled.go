package sharedbuffer

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/go-race-audit/go-race-audit/lint/diagnostic"
	"github.com/go-race-audit/go-race-audit/lint/launch"
	"github.com/go-race-audit/go-race-audit/lint/message"
	"github.com/go-race-audit/go-race-audit/lint/scope"
	"github.com/go-race-audit/go-race-audit/lint/unsafetype"
)

// polled reports a plain buffer that a loop or a polling helper reads again
// and again after it was handed to someone: were there no other writer,
// there would be nothing to poll for.
func (r *reporter) polled(file *ast.File) {
	for _, decl := range file.Decls {
		fn, ok := decl.(*ast.FuncDecl)
		if !ok || fn.Body == nil {
			continue
		}
		p := poll{r, handedOver(r.pass.TypesInfo, fn.Body)}
		if len(p.handed) == 0 {
			continue
		}
		ast.Inspect(fn.Body, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.CallExpr:
				p.helper(n)
			case *ast.ForStmt:
				p.loop(n)
			}
			return true
		})
	}
}

// poll is the search in one function for readers of the buffers handed over.
type poll struct {
	*reporter
	handed map[*types.Var]token.Pos
}

// handedOver finds the local buffers given to a call that may keep them, or
// put in a field, and where.
func handedOver(info *types.Info, body *ast.BlockStmt) map[*types.Var]token.Pos {
	handed := map[*types.Var]token.Pos{}
	give := func(e ast.Expr, pos token.Pos) {
		if v := bufferAddress(info, e); v != nil {
			if _, known := handed[v]; !known {
				handed[v] = pos
			}
		}
	}
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			if !usesAtOnce(info, n) {
				for _, arg := range n.Args {
					give(arg, n.Pos())
				}
			}
		case *ast.AssignStmt:
			for i, right := range n.Rhs {
				if len(n.Lhs) == len(n.Rhs) {
					if _, field := n.Lhs[i].(*ast.SelectorExpr); field {
						give(right, n.Pos())
					}
				}
			}
		case *ast.KeyValueExpr:
			give(n.Value, n.Pos())
		}
		return true
	})
	return handed
}

// bufferAddress is the local buffer that e points to.
func bufferAddress(info *types.Info, e ast.Expr) *types.Var {
	e = ast.Unparen(e)
	if addr, ok := e.(*ast.UnaryExpr); ok && addr.Op == token.AND {
		e = ast.Unparen(addr.X)
	}
	id, ok := e.(*ast.Ident)
	if !ok {
		return nil
	}
	v, ok := info.Uses[id].(*types.Var)
	if !ok || v.IsField() || v.Parent() == v.Pkg().Scope() || !isPlainBuffer(v.Type()) {
		return nil
	}
	return v
}

func isPlainBuffer(t types.Type) bool {
	name := unsafetype.Name(t)
	return name == "bytes.Buffer" || name == "strings.Builder"
}

// usesAtOnce tells whether a call is done with its arguments when it returns.
func usesAtOnce(info *types.Info, call *ast.CallExpr) bool {
	fn, ok := typeutil.Callee(info, call).(*types.Func)
	if !ok || fn.Pkg() == nil {
		return !ok && isBuiltin(info, call)
	}
	switch fn.Pkg().Path() {
	case "fmt", "io", "encoding/binary", "encoding/json", "bytes", "strings", "encoding/gob", "text/template", "html/template", "bufio":
		return true
	}
	return false
}

func isBuiltin(info *types.Info, call *ast.CallExpr) bool {
	_, ok := typeutil.Callee(info, call).(*types.Builtin)
	return ok
}

// pollers begin the names of functions that call their argument until it is
// satisfied.
var pollers = []string{"eventually", "never", "waitfor", "waituntil", "poll", "retry", "assertwithin", "consistently"}

// helper looks into the literals given to a polling function.
func (p poll) helper(call *ast.CallExpr) {
	name := ""
	switch f := ast.Unparen(call.Fun).(type) {
	case *ast.SelectorExpr:
		name = f.Sel.Name
	case *ast.Ident:
		name = f.Name
	}
	for _, prefix := range pollers {
		if !strings.HasPrefix(strings.ToLower(name), prefix) {
			continue
		}
		if prefix == "retry" && !scope.TestFile(p.pass.Fset, call.Pos()) {
			return // it does something again, and waits for nothing to be written
		}
		for _, arg := range call.Args {
			if lit, ok := arg.(*ast.FuncLit); ok {
				p.reads(lit.Body, name)
			}
		}
		return
	}
}

// loop looks into a for statement that sleeps.
func (p poll) loop(loop *ast.ForStmt) {
	sleeps := false
	ast.Inspect(loop.Body, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok {
			fn, _ := typeutil.Callee(p.pass.TypesInfo, call).(*types.Func)
			sleeps = sleeps || launch.FullName(fn) == "time.Sleep"
		}
		_, lit := n.(*ast.FuncLit)
		return !lit
	})
	if sleeps {
		p.reads(loop, "")
	}
}

// reads reports the first read of a handed buffer in body, unless body takes a
// lock. The poller is the function that runs body, "" where body is a loop.
func (p poll) reads(body ast.Node, poller string) {
	locked := false
	ast.Inspect(body, func(n ast.Node) bool {
		sel, ok := n.(*ast.SelectorExpr)
		if !ok || locked {
			return true
		}
		locked = sel.Sel.Name == "Lock" || sel.Sel.Name == "RLock"
		id, ok := ast.Unparen(sel.X).(*ast.Ident)
		if !ok {
			return true
		}
		v, _ := p.pass.TypesInfo.Uses[id].(*types.Var)
		given, ok := p.handed[v]
		if !ok || v.Pos() > body.Pos() || given > body.Pos() || !unsafetype.Reads(unsafetype.Name(v.Type()), sel.Sel.Name) {
			return true
		}
		p.report(v, sel.Pos(), given, poller)
		return true
	})
}

func (p poll) report(v *types.Var, pos, given token.Pos, poller string) {
	place := p.place(pos, v.Name())
	if p.seen[place] {
		return
	}
	p.seen[place] = true
	name := unsafetype.Name(v.Type())
	text := message.Of("shared-polled-in-loop", message.Args{"subject": v.Name(), "type": name, "line": p.line(given)})
	if poller != "" {
		text = message.Of("shared-polled-by", message.Args{"subject": v.Name(), "type": name, "function": poller, "line": p.line(given)})
	}
	p.list.Report(diagnostic.Diagnostic{
		Pos: pos, Category: "polled", Section: Section, Severity: diagnostic.Warning, Subject: v.Name(), SubjectType: name,
		Message: text,
		Related: []diagnostic.Related{{Pos: given, Role: diagnostic.Access, Message: "access: given to code that writes to it"}},
	})
}
