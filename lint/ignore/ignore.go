// Package ignore reads the comments that silence a diagnostic:
//
//	//race-audit:ignore <analyzer> <reason>
//
// at the end of a line, alone on the line before, or in the documentation of a
// function, for all of it.
package ignore

import (
	"go/ast"
	"go/token"
	"strings"
)

const prefix = "race-audit:ignore"

// Directive is one such comment.
type Directive struct {
	Pos, End token.Pos
	// Analyzer and Reason are "" where the comment lacks them.
	Analyzer, Reason string

	file        string
	first, last int // lines
}

// Parse reads the directives of files.
func Parse(fset *token.FileSet, files []*ast.File) []Directive {
	var found []Directive
	for _, file := range files {
		docs := map[*ast.CommentGroup]*ast.FuncDecl{}
		for _, decl := range file.Decls {
			if fn, ok := decl.(*ast.FuncDecl); ok && fn.Doc != nil {
				docs[fn.Doc] = fn
			}
		}
		for _, group := range file.Comments {
			for _, comment := range group.List {
				d, ok := parse(comment)
				if !ok {
					continue
				}
				at := fset.Position(d.Pos)
				d.file, d.first, d.last = at.Filename, at.Line, at.Line
				if !sharesLine(fset, file, comment) {
					d.last = fset.Position(group.End()).Line + 1
				}
				if fn := docs[group]; fn != nil {
					d.last = fset.Position(fn.End()).Line
				}
				found = append(found, d)
			}
		}
	}
	return found
}

// sharesLine tells whether code stands before the comment on its line.
func sharesLine(fset *token.FileSet, file *ast.File, c *ast.Comment) bool {
	line := fset.Position(c.Pos()).Line
	shares := false
	ast.Inspect(file, func(n ast.Node) bool {
		switch n.(type) {
		case nil, *ast.Comment, *ast.CommentGroup:
			return false
		}
		if n.Pos() < c.Pos() && (fset.Position(n.Pos()).Line == line || n.End() <= c.Pos() && fset.Position(n.End()).Line == line) {
			shares = true
		}
		return !shares
	})
	return shares
}

// parse reads one comment.
func parse(c *ast.Comment) (Directive, bool) {
	text, ok := strings.CutPrefix(c.Text, "//")
	if !ok {
		return Directive{}, false
	}
	// gofmt puts a space there in the documentation of a function: to it a
	// directive has no hyphen.
	rest, ok := strings.CutPrefix(strings.TrimPrefix(text, " "), prefix)
	if !ok || rest != "" && rest[0] != ' ' && rest[0] != '\t' {
		return Directive{}, false
	}
	analyzer, reason, _ := strings.Cut(strings.TrimSpace(rest), " ")
	return Directive{Pos: c.Pos(), End: c.End(), Analyzer: analyzer, Reason: strings.TrimSpace(reason)}, true
}

// Find returns the directive that silences analyzer at pos. One without a
// reason silences nothing.
func Find(directives []Directive, fset *token.FileSet, analyzer string, pos token.Pos) (Directive, bool) {
	if len(directives) == 0 {
		return Directive{}, false
	}
	at := fset.Position(pos)
	for _, d := range directives {
		if d.Analyzer == analyzer && d.Reason != "" && d.file == at.Filename && d.first <= at.Line && at.Line <= d.last {
			return d, true
		}
	}
	return Directive{}, false
}
