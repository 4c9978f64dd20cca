// Package lockedbuffer replaces a buffer that is handed out as a writer, and
// read beside that, by one with a lock.
package lockedbuffer

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ast/astutil"

	"github.com/go-race-audit/go-race-audit/lint/fix"
	"github.com/go-race-audit/go-race-audit/lint/message"
)

// Pattern is this package's.
var Pattern = fix.Pattern{Name: "lockedbuffer", Draft: draft}

// method is one that the new type may need, with its body.
type method struct{ name, text string }

// methods of the new type; Write and String are always there.
var methods = []method{
	{"Write", "Write(p []byte) (int, error) {\n\tb.mu.Lock()\n\tdefer b.mu.Unlock()\n\treturn b.buf.Write(p)\n}"},
	{"String", "String() string {\n\tb.mu.Lock()\n\tdefer b.mu.Unlock()\n\treturn b.buf.String()\n}"},
	{"WriteString", "WriteString(s string) (int, error) {\n\tb.mu.Lock()\n\tdefer b.mu.Unlock()\n\treturn b.buf.WriteString(s)\n}"},
	{"WriteByte", "WriteByte(c byte) error {\n\tb.mu.Lock()\n\tdefer b.mu.Unlock()\n\treturn b.buf.WriteByte(c)\n}"},
	{"Len", "Len() int {\n\tb.mu.Lock()\n\tdefer b.mu.Unlock()\n\treturn b.buf.Len()\n}"},
	{"Reset", "Reset() {\n\tb.mu.Lock()\n\tdefer b.mu.Unlock()\n\tb.buf.Reset()\n}"},
	{"Bytes", "Bytes() []byte {\n\tb.mu.Lock()\n\tdefer b.mu.Unlock()\n\treturn append([]byte(nil), b.buf.Bytes()...)\n}"},
}

func draft(scene *fix.Scene) []fix.Draft {
	v := buffer(scene)
	if v == nil {
		return nil
	}
	where, ok := scene.FileAt(v.Pos())
	if !ok {
		return nil
	}
	kind, pointer := bufferType(v.Type())
	name := fix.Fresh(where, "lockedBuffer", "guardedBuffer")
	declared, ok := declaration(scene, where, v, name, pointer)
	used, fits := usedMethods(scene.UsesOf(v), pointer)
	if name == "" || !ok || !fits {
		return nil
	}
	imports, free := scene.Import(where, v.Pos(), "sync")
	path, _, _ := strings.Cut(kind, ".")
	more, also := scene.Import(where, v.Pos(), path)
	if !free || !also {
		return nil
	}
	end := where.File.Decls[len(where.File.Decls)-1]
	edits := append(append(imports, more...), declared, scene.After(where.File, end, typeText(name, kind, used)))
	return []fix.Draft{{Title: message.Of("fix-lock-around", message.Args{"variable": v.Name()}), Edits: edits}}
}

// buffer is the subject, or the only local buffer that the report's functions declare.
func buffer(scene *fix.Scene) *types.Var {
	if v := scene.Subject; v != nil {
		if kind, _ := bufferType(v.Type()); kind != "" {
			if v.IsField() {
				return nil
			}
			return v
		}
	}
	var found []*types.Var
	for _, where := range scene.Reports() {
		for id, obj := range where.Pkg.TypesInfo.Defs {
			v, ok := obj.(*types.Var)
			if !ok || v.IsField() || id.Pos() < where.File.FileStart || id.Pos() >= where.File.FileEnd {
				continue
			}
			if kind, _ := bufferType(v.Type()); kind == "" {
				continue
			}
			if fn := fix.FuncAround(v.Pos(), where); fn != nil && scene.Reported(where.File, fn) {
				found = append(found, v)
			}
		}
	}
	if len(found) != 1 {
		return nil
	}
	return found[0]
}

func bufferType(t types.Type) (name string, pointer bool) {
	if ptr, ok := t.(*types.Pointer); ok {
		t, pointer = ptr.Elem(), true
	}
	switch name := types.TypeString(t, nil); name {
	case "bytes.Buffer", "strings.Builder":
		return name, pointer
	}
	return "", false
}

// declaration gives the variable the new type.
func declaration(scene *fix.Scene, where fix.Where, v *types.Var, name string, pointer bool) (fix.Edit, bool) {
	path, _ := astutil.PathEnclosingInterval(where.File, v.Pos(), v.Pos())
	for _, n := range path {
		switch n := n.(type) {
		case *ast.ValueSpec:
			if len(n.Names) != 1 || len(n.Values) > 0 || pointer {
				return fix.Edit{}, false
			}
			return fix.Replace(n.Type, name), true
		case *ast.AssignStmt:
			if n.Tok != token.DEFINE || len(n.Lhs) != 1 || !empty(n.Rhs[0]) {
				return fix.Edit{}, false
			}
			made := name + "{}"
			if pointer {
				made = "&" + made
			}
			return fix.Replace(n.Rhs[0], made), true
		}
	}
	return fix.Edit{}, false
}

// empty tells whether an expression makes an empty buffer.
func empty(expr ast.Expr) bool {
	switch e := ast.Unparen(expr).(type) {
	case *ast.UnaryExpr:
		return e.Op == token.AND && empty(e.X)
	case *ast.CompositeLit:
		return len(e.Elts) == 0
	case *ast.CallExpr:
		if id, ok := e.Fun.(*ast.Ident); ok {
			return id.Name == "new"
		}
		if len(e.Args) != 1 {
			return false
		}
		arg, ok := e.Args[0].(*ast.Ident) // bytes.NewBuffer(nil)
		return ok && arg.Name == "nil"
	}
	return false
}

// usedMethods lists what is called, false where the buffer is used in any other
// way than called or handed to an interface.
func usedMethods(uses []fix.Use, pointer bool) ([]string, bool) {
	used := []string{"Write", "String"}
	for _, use := range uses {
		if name := use.Method(); name != "" {
			if !slices.ContainsFunc(methods, func(m method) bool { return m.name == name }) {
				return nil, false
			}
			used = append(used, name)
			continue
		}
		if !handed(use, pointer) {
			return nil, false
		}
	}
	return used, true
}

// handed tells whether the buffer becomes an interface here: the compiler would
// say so of anything else.
func handed(use fix.Use, pointer bool) bool {
	switch n := use.Parent().(type) {
	case *ast.UnaryExpr:
		return !pointer && n.Op == token.AND
	case *ast.CallExpr, *ast.KeyValueExpr, *ast.AssignStmt:
		return pointer
	}
	return false
}

func typeText(name, kind string, used []string) string {
	var text strings.Builder
	text.WriteString("\n// " + name + " is a " + kind + " for several goroutines.\ntype " + name + " struct {\n\tmu  sync.Mutex\n\tbuf " + kind + "\n}\n")
	for _, m := range methods {
		if slices.Contains(used, m.name) {
			text.WriteString("\nfunc (b *" + name + ") " + m.text + "\n")
		}
	}
	return strings.TrimSuffix(text.String(), "\n")
}
