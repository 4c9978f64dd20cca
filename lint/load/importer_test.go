package load

import (
	"bytes"
	"go/importer"
	"go/token"
	"io"
	"os"
	"os/exec"
	"strings"
	"testing"
)

func TestExportDataOfANewerGoIsAnError(t *testing.T) {
	file, err := exec.Command("go", "list", "-export", "-f", "{{.Export}}", "errors").Output()
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(strings.TrimSpace(string(file)))
	if err != nil {
		t.Fatal(err)
	}
	mark := []byte("$$B\nu") // the version of the format follows
	at := bytes.Index(data, mark)
	if at < 0 {
		t.Fatal("no export data")
	}
	data[at+len(mark)] = 99
	w := &World{reader: importer.ForCompiler(token.NewFileSet(), "gc", func(string) (io.ReadCloser, error) {
		return io.NopCloser(bytes.NewReader(data)), nil
	})}
	if _, err := w.Import("errors"); err == nil || !strings.Contains(err.Error(), "build it with the Go of the module") {
		t.Errorf("got %v", err)
	}
}
