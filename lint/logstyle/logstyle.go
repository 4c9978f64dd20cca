// Package logstyle writes a deferred recover the way the file around it logs.
package logstyle

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// style is how one logging package reports a panic. The statement has %s for
// the name under which the package is imported.
type style struct {
	path, statement string
	stack           bool // needs runtime/debug
}

// styles in order of preference: where a file imports several, the structured one.
var styles = []style{
	{"github.com/rs/zerolog/log", `%s.Error().Interface("panic", r).Bytes("stack", debug.Stack()).Msg("recovered from panic")`, true},
	{"go.uber.org/zap", `%[1]s.L().Error("recovered from panic", %[1]s.Any("panic", r), %[1]s.Stack("stack"))`, false},
	{"github.com/sirupsen/logrus", `%s.Errorf("recovered from panic: %%v\n%%s", r, debug.Stack())`, true},
	{"k8s.io/klog/v2", `%s.Errorf("recovered from panic: %%v\n%%s", r, debug.Stack())`, true},
	{"github.com/golang/glog", `%s.Errorf("recovered from panic: %%v\n%%s", r, debug.Stack())`, true},
	{"log/slog", `%s.Error("recovered from panic", "panic", r, "stack", string(debug.Stack()))`, true},
	{"log", `%s.Printf("recovered from panic: %%v\n%%s", r, debug.Stack())`, true},
}

// Recover is a deferred function that logs what it recovers, and the imports
// that the file lacks for it.
type Recover struct {
	// Lines are the statement without indentation; inner lines have tabs.
	Lines   []string
	Imports []analysis.TextEdit
}

// Text is the statement with each line but the first behind indent.
func (r Recover) Text(indent string) string { return strings.Join(r.Lines, "\n"+indent) }

// For writes the recover for a place in file. It reports false where a name it
// needs means something else there.
func For(pass *analysis.Pass, file *ast.File, at token.Pos) (Recover, bool) {
	chosen, name := choose(file)
	var missing []string
	if name == "" {
		chosen, name = pickNew(pass), ""
		name = chosen.path[strings.LastIndexByte(chosen.path, '/')+1:]
		missing = append(missing, chosen.path)
	}
	if chosen.stack && importName(file, "runtime/debug") == "" {
		missing = append(missing, "runtime/debug")
	}
	if !Free(pass.Pkg, at, name, chosen.path) || chosen.stack && !Free(pass.Pkg, at, "debug", "runtime/debug") {
		return Recover{}, false
	}
	return Recover{Imports: AddImports(file, missing...), Lines: []string{
		"defer func() {", "\tif r := recover(); r != nil {", "\t\t" + fill(chosen.statement, name), "\t}", "}()",
	}}, true
}

func fill(statement, name string) string {
	statement = strings.NewReplacer("%[1]s", name, "%%", "%").Replace(statement)
	if rest, ok := strings.CutPrefix(statement, "%s"); ok {
		return name + rest
	}
	return statement
}

// choose finds the first style that file imports already.
func choose(file *ast.File) (style, string) {
	for _, s := range styles {
		if name := importName(file, s.path); name != "" {
			return s, name
		}
	}
	return style{}, ""
}

// pickNew is the style that other files of the package use, or else log's.
func pickNew(pass *analysis.Pass) style {
	for _, s := range styles {
		for _, file := range pass.Files {
			if s.path != "k8s.io/klog/v2" && importName(file, s.path) != "" {
				return s
			}
		}
	}
	return styles[len(styles)-1]
}

// importName is the name under which file imports path, "" if it does not.
func importName(file *ast.File, path string) string {
	for _, spec := range file.Imports {
		if p, err := strconv.Unquote(spec.Path.Value); err != nil || p != path {
			continue
		}
		if spec.Name == nil {
			if path == "k8s.io/klog/v2" {
				return "klog"
			}
			return path[strings.LastIndexByte(path, '/')+1:]
		}
		if spec.Name.Name != "_" && spec.Name.Name != "." {
			return spec.Name.Name
		}
	}
	return ""
}

// Free tells whether name at pos is unused, or is the import of path.
func Free(in *types.Package, pos token.Pos, name, path string) bool {
	scope := in.Scope().Innermost(pos)
	if scope == nil {
		return false
	}
	_, obj := scope.LookupParent(name, pos)
	if obj == nil {
		return true
	}
	pkg, ok := obj.(*types.PkgName)
	return ok && pkg.Imported().Path() == path
}

// AddImports adds imports, sorted, to the first group; a file's only import
// becomes a group.
func AddImports(file *ast.File, paths ...string) []analysis.TextEdit {
	group := importGroup(file)
	quoted := make([]string, len(paths))
	for i, path := range paths {
		quoted[i] = strconv.Quote(path)
	}
	slices.Sort(quoted)
	switch {
	case len(paths) == 0:
		return nil
	case group == nil:
		at := file.Name.End()
		return []analysis.TextEdit{{Pos: at, End: at, NewText: []byte("\n\n" + declaration(quoted))}}
	case !group.Lparen.IsValid():
		only := group.Specs[0].(*ast.ImportSpec)
		lines := append(quoted, specText(only))
		slices.SortFunc(lines, func(a, b string) int { return strings.Compare(pathOf(a), pathOf(b)) })
		return []analysis.TextEdit{{Pos: group.Pos(), End: group.End(), NewText: []byte(declaration(lines))}}
	}
	return intoGroup(group, quoted)
}

// importGroup is the first import declaration that is not cgo's.
func importGroup(file *ast.File) *ast.GenDecl {
	for _, decl := range file.Decls {
		if group, ok := decl.(*ast.GenDecl); ok && group.Tok == token.IMPORT && !isCgo(group) {
			return group
		}
	}
	return nil
}

func declaration(lines []string) string {
	if len(lines) == 1 {
		return "import " + lines[0]
	}
	return "import (\n\t" + strings.Join(lines, "\n\t") + "\n)"
}

func specText(spec *ast.ImportSpec) string {
	if spec.Name == nil {
		return spec.Path.Value
	}
	return spec.Name.Name + " " + spec.Path.Value
}

// pathOf is the quoted path of an import's text.
func pathOf(line string) string { return line[strings.IndexByte(line, '"'):] }

// intoGroup inserts each path in front of the first import that sorts after it,
// within the standard library's group where there is one.
func intoGroup(group *ast.GenDecl, quoted []string) []analysis.TextEdit {
	var edits []analysis.TextEdit
	for _, path := range quoted {
		edit := intoPlace(group, path)
		if last := len(edits) - 1; last >= 0 && edits[last].Pos == edit.Pos { // one edit a position
			edits[last].NewText = append(edits[last].NewText, edit.NewText...)
			continue
		}
		edits = append(edits, edit)
	}
	return edits
}

func intoPlace(group *ast.GenDecl, quoted string) analysis.TextEdit {
	for _, spec := range group.Specs {
		s := spec.(*ast.ImportSpec)
		if s.Path.Value > quoted || strings.Contains(s.Path.Value, ".") {
			at := s.Pos()
			if s.Doc != nil {
				at = s.Doc.Pos()
			}
			return analysis.TextEdit{Pos: at, End: at, NewText: []byte(quoted + "\n\t")}
		}
	}
	return analysis.TextEdit{Pos: group.Rparen, End: group.Rparen, NewText: []byte("\t" + quoted + "\n")}
}

// isCgo: the comment above `import "C"` is C code, and must stay where it is.
func isCgo(group *ast.GenDecl) bool {
	for _, spec := range group.Specs {
		if s, ok := spec.(*ast.ImportSpec); ok && s.Path.Value == `"C"` {
			return true
		}
	}
	return false
}

// Indent is the white space at the start of pos's line.
func Indent(pass *analysis.Pass, pos token.Pos) string {
	at := pass.Fset.PositionFor(pos, false)
	source, err := pass.ReadFile(at.Filename)
	if err != nil || at.Offset > len(source) || at.Offset < at.Column-1 {
		return ""
	}
	line := string(source[at.Offset-at.Column+1 : at.Offset])
	return line[:len(line)-len(strings.TrimLeft(line, " \t"))]
}
