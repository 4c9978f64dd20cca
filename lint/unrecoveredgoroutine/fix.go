package unrecoveredgoroutine

import (
	"go/ast"
	"go/token"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/go-race-audit/go-race-audit/lint/diagnostic"
	"github.com/go-race-audit/go-race-audit/lint/logstyle"
	"github.com/go-race-audit/go-race-audit/lint/message"
)

// fixes offers what can be done without thinking: a deferred recover at the
// head of a literal.
func (w *witness) fixes(c candidate) []diagnostic.Fix {
	lit, ok := ast.Unparen(c.Site.Func).(*ast.FuncLit)
	if !ok {
		return nil
	}
	if helper := w.helper(c.File); helper != "" {
		return []diagnostic.Fix{{
			Title: message.Of("fix-defer-helper", message.Args{"helper": helper}),
			Edits: []analysis.TextEdit{w.atHead(lit.Body, func(string) string { return "defer " + helper + "()" })},
		}}
	}
	statement, ok := logstyle.For(w.pass, c.File, lit.Body.Lbrace)
	if !ok {
		return nil
	}
	return []diagnostic.Fix{{
		Title: message.Of("fix-recover-goroutine", nil),
		Edits: append(statement.Imports, w.atHead(lit.Body, statement.Text)),
	}}
}

// helper is the module's own function to defer, as it is written in file: one
// without parameters, of this package or of one that file imports.
func (w *witness) helper(file *ast.File) string {
	for _, fn := range w.info.Helpers() {
		if fn.Pkg() == w.pass.Pkg {
			return fn.Name()
		}
		for _, spec := range file.Imports {
			if spec.Name == nil && strings.Trim(spec.Path.Value, `"`) == fn.Pkg().Path() && fn.Exported() {
				return fn.Pkg().Name() + "." + fn.Name()
			}
		}
	}
	return ""
}

// atHead inserts a statement as the first of body.
func (w *witness) atHead(body *ast.BlockStmt, text func(indent string) string) analysis.TextEdit {
	indent := logstyle.Indent(w.pass, body.Lbrace) + "\t"
	at := body.Lbrace + 1
	after := ""
	if len(body.List) > 0 && w.line(body.List[0].Pos()) == w.line(body.Lbrace) { // func() { f() }
		after = "\n" + indent
	}
	return analysis.TextEdit{Pos: at, End: at, NewText: []byte("\n" + indent + text(indent) + after)}
}

func (w *witness) line(pos token.Pos) int { return w.pass.Fset.PositionFor(pos, false).Line }
