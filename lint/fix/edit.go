package fix

import (
	"bytes"
	"go/ast"
	"go/token"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/go-race-audit/go-race-audit/lint/logstyle"
)

// Before inserts a statement on a line of its own in front of n.
func (s *Scene) Before(file *ast.File, n ast.Node, text string) Edit {
	at, lead := n.Pos(), ""
	if !blank(s.lineBefore(file, at)) {
		lead = "\n"
	}
	indent := "\n" + s.indent(file, at)
	return Edit{Pos: at, End: at, Text: lead + strings.ReplaceAll(text, "\n", indent) + indent}
}

// After inserts a statement on a line of its own behind n and its comment.
func (s *Scene) After(file *ast.File, n ast.Node, text string) Edit {
	at, rest := n.End(), s.lineAfter(file, n.End())
	indented := "\n" + s.indent(file, n.Pos()) + text
	if trimmed := strings.TrimSpace(rest); trimmed == "" || isComment(trimmed) {
		at += token.Pos(len(strings.TrimRight(rest, " \t\r")))
		return Edit{Pos: at, End: at, Text: indented}
	}
	return Edit{Pos: at, End: at, Text: indented + "\n"}
}

// AtHead inserts statements as the first of a body.
func (s *Scene) AtHead(file *ast.File, body *ast.BlockStmt, text string) Edit {
	at := body.Lbrace + 1
	rest := s.lineAfter(file, at)
	indent := "\n" + s.indent(file, body.Lbrace) + "\t"
	text = indent + strings.ReplaceAll(text, "\n", indent)
	if trimmed := strings.TrimSpace(rest); trimmed == "" || isComment(trimmed) {
		at += token.Pos(len(strings.TrimRight(rest, " \t\r")))
		return Edit{Pos: at, End: at, Text: text}
	}
	return Edit{Pos: at, End: at, Text: text + "\n"}
}

// Replace puts text in the place of n.
func Replace(n ast.Node, text string) Edit { return Edit{Pos: n.Pos(), End: n.End(), Text: text} }

// RemoveLines takes n away, and its line where nothing else is on it.
func (s *Scene) RemoveLines(file *ast.File, n ast.Node) Edit {
	pos, end := n.Pos(), n.End()
	before, after := s.lineBefore(file, pos), s.lineAfter(file, end)
	if blank(before) && (blank(after) || isComment(after)) {
		return Edit{Pos: pos - token.Pos(len(before)), End: end + token.Pos(len(after)+1)}
	}
	if rest := strings.TrimLeft(after, " \t"); strings.HasPrefix(rest, ";") {
		end += token.Pos(len(after) - len(rest) + 1)
	}
	return Edit{Pos: pos, End: end}
}

// Statement is the source of a statement with the comment on its line, for where
// it is moved to.
func (s *Scene) Statement(file *ast.File, stmt ast.Stmt) string {
	text, after := s.Text(file, stmt), s.lineAfter(file, stmt.End())
	if blank(s.lineBefore(file, stmt.Pos())) && isComment(after) {
		return text + strings.TrimRight(after, " \t\r")
	}
	return text
}

func isComment(rest string) bool { return strings.HasPrefix(strings.TrimSpace(rest), "//") }

// Import adds an import where the file lacks it; false where its name means
// something else at pos.
func (s *Scene) Import(where Where, pos token.Pos, path string) ([]Edit, bool) {
	name := path[strings.LastIndexByte(path, '/')+1:]
	for _, spec := range where.File.Imports {
		if imported, err := strconv.Unquote(spec.Path.Value); err == nil && imported == path {
			return nil, spec.Name == nil && s.means(where, pos, name, path)
		}
	}
	if !s.means(where, pos, name, path) {
		return nil, false
	}
	return []Edit{{Pos: where.File.Package, End: where.File.Package, Import: path}}, true
}

// means tells whether name at pos is free, or the import of path.
func (s *Scene) means(where Where, pos token.Pos, name, path string) bool {
	return logstyle.Free(where.Pkg.Types, pos, name, path)
}

// Fresh picks the first name that no identifier of the file and nothing in the
// package has.
func Fresh(where Where, names ...string) string {
	taken := map[string]bool{}
	ast.Inspect(where.File, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok {
			taken[id.Name] = true
		}
		return true
	})
	for _, name := range names {
		if !taken[name] && where.Pkg.Types.Scope().Lookup(name) == nil && !token.IsKeyword(name) {
			return name
		}
	}
	return ""
}

// FreshIn picks the first name that means nothing in a function yet, though
// fields and methods may have it.
func FreshIn(where Where, fn ast.Node, names ...string) string {
	taken := map[string]bool{}
	var read func(n ast.Node) bool
	read = func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.SelectorExpr:
			ast.Inspect(n.X, read)
			return false
		case *ast.Ident:
			taken[n.Name] = true
		}
		return true
	}
	ast.Inspect(fn, read)
	for _, name := range names {
		if scope := where.Pkg.Types.Scope().Innermost(fn.Pos()); scope != nil {
			if _, known := scope.LookupParent(name, fn.Pos()); known != nil {
				continue
			}
		}
		if name != "" && !taken[name] && !token.IsKeyword(name) {
			return name
		}
	}
	return ""
}

// Unexported is a name with a small first letter.
func Unexported(name string) string {
	first, size := utf8.DecodeRuneInString(name)
	return string(unicode.ToLower(first)) + name[size:]
}

func (s *Scene) lineBefore(file *ast.File, pos token.Pos) string {
	source, at := s.Source(file), s.Offset(pos)
	if at > len(source) {
		return ""
	}
	return string(source[bytes.LastIndexByte(source[:at], '\n')+1 : at])
}

func (s *Scene) lineAfter(file *ast.File, pos token.Pos) string {
	source, at := s.Source(file), s.Offset(pos)
	if at > len(source) {
		return ""
	}
	line, _, _ := bytes.Cut(source[at:], []byte("\n"))
	return string(line)
}

// indent is the white space at the start of pos's line.
func (s *Scene) indent(file *ast.File, pos token.Pos) string {
	line := s.lineBefore(file, pos)
	return line[:len(line)-len(strings.TrimLeft(line, " \t"))]
}

func blank(text string) bool { return strings.TrimSpace(text) == "" }
