package logstyle_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/go-race-audit/go-race-audit/lint/logstyle"
	"github.com/go-race-audit/go-race-audit/lint/passtest"
)

func TestRecoverIsWrittenAsTheFileLogs(t *testing.T) {
	for _, c := range []struct{ name, head, call, imports string }{
		{"nothing imported", "", "log.Printf(", `"log" "runtime/debug"`},
		{"log", "import \"log\"\nvar _ = log.Print\n", "log.Printf(", `"runtime/debug"`},
		{"slog under another name", "import logs \"log/slog\"\nvar _ = logs.Info\n", "logs.Error(", `"runtime/debug"`},
		{"all there", "import (\n\t\"log\"\n\t\"runtime/debug\"\n)\nvar _, _ = log.Print, debug.Stack\n", "log.Printf(", ""},
	} {
		pass := passtest.Pass(t, "m/p", "package p\n"+c.head+"func F() {\n}\n")
		file := pass.Files[0]
		recovery, ok := logstyle.For(pass, file, file.End()-2)
		if !ok {
			t.Errorf("%s: nothing written", c.name)
			continue
		}
		if text := recovery.Text(""); !strings.Contains(text, "\t\t"+c.call) || !strings.HasPrefix(text, "defer func() {\n") {
			t.Errorf("%s: got\n%s", c.name, text)
		}
		var imports []string
		for _, edit := range recovery.Imports { // an edit may also write what is there already into a group
			for _, quoted := range regexp.MustCompile(`"[^"]+"`).FindAllString(string(edit.NewText), -1) {
				if !strings.Contains(c.head, quoted) {
					imports = append(imports, quoted)
				}
			}
		}
		slices.Sort(imports)
		if got := strings.Join(imports, " "); got != c.imports {
			t.Errorf("%s: imports %s, want %s", c.name, got, c.imports)
		}
	}
}

func TestNoRecoverWhereItsNamesMeanSomethingElse(t *testing.T) {
	pass := passtest.Pass(t, "m/p", "package p\nfunc F() {\n\tlog := 1\n\t_ = log\n}\n")
	body := pass.Files[0].End() - 2
	if got, ok := logstyle.For(pass, pass.Files[0], body); ok {
		t.Errorf("written although log is a number: %s", got.Text(""))
	}
}

func TestIndentIsThatOfTheLine(t *testing.T) {
	pass := passtest.Pass(t, "m/p", "package p\nfunc F() {\n\tif true {\n\t\tprintln()\n\t}\n}\n")
	file := pass.Files[0]
	at := file.FileStart + 40 // in println
	if got := logstyle.Indent(pass, at); got != "\t\t" {
		t.Errorf("got %q", got)
	}
}
