package workerloop

import (
	"go/ast"
	"go/token"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/go-race-audit/go-race-audit/lint/diagnostic"
	"github.com/go-race-audit/go-race-audit/lint/message"
	"github.com/go-race-audit/go-race-audit/lint/syntax"
)

// fixes moves the body of the loop into a function of its own, with the recover
// that is there already. Only where the body does not leave the loop.
func (c *checker) fixes(f finding) []diagnostic.Fix {
	loop := f.loop
	if f.category == Items || f.category == Ticks || leaves(loop) || len(loop.List) == 0 {
		return nil
	}
	at := c.pass.Fset.PositionFor(f.stmt.Pos(), false)
	source, err := c.pass.ReadFile(at.Filename)
	if err != nil {
		return nil
	}
	text := func(n ast.Node) string {
		return string(source[c.pass.Fset.PositionFor(n.Pos(), false).Offset:c.pass.Fset.PositionFor(n.End(), false).Offset])
	}
	line := string(source[at.Offset-at.Column+1 : at.Offset])
	indent := line[:len(line)-len(strings.TrimLeft(line, " \t"))] + "\t"
	open, shut := "\n"+indent+"func() {", "\n"+indent+"}()"
	if f.category == "outside" {
		d, ok := f.recovers.(*ast.DeferStmt)
		if !ok {
			return nil
		}
		open += "\n" + indent + "\t" + text(d)
	}
	return []diagnostic.Fix{{
		Title: message.Of("fix-recover-item", nil),
		Edits: []analysis.TextEdit{
			{Pos: loop.Lbrace + 1, End: loop.Lbrace + 1, NewText: []byte(open)},
			{Pos: loop.List[len(loop.List)-1].End(), End: loop.List[len(loop.List)-1].End(), NewText: []byte(shut)},
		},
	}}
}

// leaves: the body returns, breaks out or continues, which would mean something
// else inside a function.
func leaves(body *ast.BlockStmt) bool {
	return syntax.Contains(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ReturnStmt:
			return true
		case *ast.BranchStmt:
			return n.Label != nil || n.Tok != token.FALLTHROUGH
		}
		return false
	})
}
