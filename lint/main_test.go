package main

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/go-race-audit/go-race-audit/lint/report"
)

// TestMain lets the test binary stand in for the command: TestVettool has the
// go command run it.
func TestMain(m *testing.M) {
	if asVettool(os.Args[1:]) {
		main()
	}
	os.Exit(m.Run())
}

// planted has one goroutine that is reported, and one that is not.
var planted = map[string]string{
	"go.mod": "module planted\n\ngo 1.24\n",
	"handler/handler.go": `package handler

import "net/http"

func Handle(w http.ResponseWriter, r *http.Request) {
	var list []int
	go func() { _ = list[1] }()
	go func() {
		defer keep()
		_ = list[1]
	}()
}

func keep() {
	if r := recover(); r != nil {
		println("recovered")
	}
}
`,
	"broken/broken.go": "package broken\n\nvar X int = \"x\"\n",
}

const plantedMessage = "a panic in the goroutine started here ends the process: it indexes list with no recover"

func plant(t *testing.T, without ...string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range planted {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range without {
		if err := os.Remove(filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestJSONHoldsDiagnosticsGoroutinesAndGaps(t *testing.T) {
	t.Chdir(plant(t))
	var stdout, stderr bytes.Buffer
	code, err := run(context.Background(), []string{"-format", "json", "-race=false", "-cache", t.TempDir()}, strings.NewReader(""), &stdout, &stderr)
	if code != 0 || err != nil {
		t.Fatalf("code %d, %v, %s", code, err, stderr.String())
	}
	var doc report.Document
	if err := json.Unmarshal(stdout.Bytes(), &doc); err != nil {
		t.Fatal(err)
	}
	if len(doc.Gaps) != 1 || doc.Gaps[0].Package != "planted/broken" {
		t.Errorf("gaps: %+v", doc.Gaps)
	}
	if len(doc.Goroutines) != 2 || doc.Goroutines[0].Status != "uncovered" || doc.Goroutines[1].Status != "covered" {
		t.Errorf("goroutines: %+v", doc.Goroutines)
	}
	if len(doc.Diagnostics) != 1 {
		t.Fatalf("diagnostics: %+v", doc.Diagnostics)
	}
	d := doc.Diagnostics[0]
	if d.Message != plantedMessage || d.Severity != "warning" || d.Function != "Handle" || d.At.Line != 7 || d.At.Column != 2 ||
		d.Section != "recover-goroutine" || len(d.Evidence) == 0 || len(d.Fixes) != 1 || !filepath.IsAbs(d.At.File) {
		t.Errorf("diagnostic: %+v", d)
	}
}

func TestTextAndExitCodes(t *testing.T) {
	dir := plant(t)
	t.Chdir(dir)
	for _, c := range []struct {
		name string
		args []string
		code int
		out  string
	}{
		{"finding", []string{"-race=false", "./handler"}, exitFindings, "handler.go:7:2: " + plantedMessage + " (unrecoveredgoroutine)\n"},
		{"gap", []string{"-race=false", "./broken"}, exitFailure, "planted/broken: does not type-check"},
		{"no such flag", []string{"-nonsense"}, exitFailure, ""},
		{"no such format", []string{"-format", "xml"}, exitFailure, ""},
		{"no package", []string{"./nothing/..."}, exitFailure, ""},
	} {
		var stdout, stderr bytes.Buffer
		code, _ := run(context.Background(), append([]string{"-cache", "off"}, c.args...), strings.NewReader(""), &stdout, &stderr)
		if code != c.code || !strings.Contains(stdout.String(), c.out) {
			t.Errorf("%s: code %d, want %d; printed %q", c.name, code, c.code, stdout.String())
		}
	}
}

// The go command keeps what a vettool printed: a finding must not be lost when
// it is taken from there.
func TestVettoolFindsWhatIsPlantedCachedAndNot(t *testing.T) {
	tool, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	dir := plant(t, "broken/broken.go")
	for _, when := range []string{"first", "cached"} {
		cmd := exec.Command("go", "vet", "-vettool="+tool, "./...")
		cmd.Dir = dir
		out, err := cmd.CombinedOutput()
		if err == nil || strings.Count(string(out), plantedMessage) != 1 {
			t.Errorf("%s: %v: %s", when, err, out)
		}
	}
}

// Under go vet the source of a vendored package has another name: what ends the process
// there is known all the same.
func TestVettoolReadsRecoversOfVendoredPackages(t *testing.T) {
	tool, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("go", "vet", "-vettool="+tool, "./reporter")
	cmd.Dir = filepath.Join("drive", "testdata", "labelled")
	out, _ := cmd.CombinedOutput() // it finds something
	if ends, goesOn := strings.Count(string(out), "reporter.go:24:"), strings.Count(string(out), "reporter.go:34:"); ends != 0 || goesOn != 1 {
		t.Errorf("%d of what ends the process, %d of what goes on: %s", ends, goesOn, out)
	}
}
