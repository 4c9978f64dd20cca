package drive_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/go-race-audit/go-race-audit/lint/drive"
	"github.com/go-race-audit/go-race-audit/lint/load"
	"github.com/go-race-audit/go-race-audit/lint/registry"
	"github.com/go-race-audit/go-race-audit/lint/report"
	"github.com/go-race-audit/go-race-audit/lint/resultcache"
)

// service has a launcher in one package, whose fact decides about the others.
const service = `
-- go.mod --
module service
go 1.24
-- safego/safego.go --
package safego
import "log"
func Go(f func()) {
	go func() {
		defer func() {
			if r := recover(); r != nil {
				log.Print(r)
			}
		}()
		f()
	}()
}
-- a/a.go --
package a
import "service/safego"
func A(list []int) { safego.Go(func() { _ = list[3] }) }
func B(list []int) { safego.Go(func() { _ = list[4] }) }
func Bare(list []int) { go func() { _ = list[5] }() }
-- a/a_test.go --
package a_test
import ("testing"; "service/a")
func TestA(t *testing.T) { a.A(nil) }
-- worker/worker.go --
package worker
import ("time"; "service/safego")
type Hook func(string)
func Items(lines chan string, hook Hook) {
	go func() {
		for line := range lines {
			hook(line)
		}
	}()
}
func Ticks(tick <-chan time.Time, hook Hook) {
	go func() {
		for {
			select {
			case <-tick:
				hook("tick")
			}
		}
	}()
}
func Safe(f func()) { safego.Go(f) }
-- broken/broken.go --
package broken
var X int = "x"
`

func plant(t *testing.T, archive string) string {
	t.Helper()
	dir := t.TempDir()
	for _, file := range txtar.Parse([]byte(archive)).Files {
		write(t, dir, file.Name, string(file.Data))
	}
	return dir
}

func write(t *testing.T, dir, name, text string) {
	t.Helper()
	path := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func audited(t *testing.T, dir string, cache *resultcache.Cache) *report.Document {
	t.Helper()
	set, err := load.Open(context.Background(), load.Options{Dir: dir, Patterns: []string{"./..."}, Tests: true})
	if err != nil {
		t.Fatal(err)
	}
	doc, err := drive.Run(set, registry.Analyzers(), cache)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func printed(t *testing.T, doc *report.Document) string {
	t.Helper()
	var out bytes.Buffer
	if err := doc.WriteJSON(&out); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func found(doc *report.Document) string {
	var lines []string
	for _, d := range doc.Diagnostics {
		if d.Severity != "note" {
			lines = append(lines, d.Analyzer+" "+d.Function)
		}
	}
	return strings.Join(lines, ", ")
}

func TestFactsOfOnePackageDecideAboutAnother(t *testing.T) {
	doc := audited(t, plant(t, service), nil)
	statuses := map[string]string{}
	for _, g := range doc.Goroutines {
		statuses[g.Function] = g.Status
	}
	if statuses["A"] != "covered" || statuses["Bare"] != "uncovered" {
		t.Errorf("goroutines: %+v", doc.Goroutines)
	}
	if len(doc.Gaps) != 1 || doc.Gaps[0].Package != "service/broken" {
		t.Errorf("gaps: %+v", doc.Gaps)
	}
}

// A worker without any recover is one mistake: a loop over items is told of
// where it loops, one that acts at times where it starts.
func TestConventionOfTheModuleAndOneFindingForEachWorker(t *testing.T) {
	doc := audited(t, plant(t, service), nil)
	want := "unrecoveredgoroutine Bare, workerloop Items.func1, unrecoveredgoroutine Ticks"
	if got := found(doc); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// A package that a program of the same module is made of is mostly handed what the
// program wrote; a plugin is someone else's all the same.
func TestWhatAProgramHandsToItselfIsANote(t *testing.T) {
	const notify = `
-- go.mod --
module program
go 1.24
-- notify/notify.go --
package notify
func Each(items []string, handler func(string)) {
	for _, item := range items {
		go handler(item)
	}
}
func Plugged(items []string, plugin func(string)) {
	for _, item := range items {
		go plugin(item)
	}
}
`
	const program = `
-- cmd/program/main.go --
package main
import "program/notify"
func main() { notify.Each(nil, func(string) {}) }
`
	if got, want := found(audited(t, plant(t, notify), nil)), "unrecoveredgoroutine Each, unrecoveredgoroutine Plugged"; got != want {
		t.Errorf("of a library: got %s, want %s", got, want)
	}
	const nested = "-- cmd/program/go.mod --\nmodule program/cmd/program\nreplace program => ../..\n"
	for _, source := range []string{notify + program, notify + program + "var X int = \"does not type-check\"\n", notify + nested + program} {
		if got, want := found(audited(t, plant(t, source), nil)), "unrecoveredgoroutine Plugged"; got != want {
			t.Errorf("of a program: got %s, want %s", got, want)
		}
	}
}

func TestCachedResultsAreThoseOfAFreshRun(t *testing.T) {
	dir := plant(t, service)
	cache, err := resultcache.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	fresh, first, second := audited(t, dir, nil), audited(t, dir, cache), audited(t, dir, cache)
	if printed(t, first) != printed(t, fresh) || printed(t, second) != printed(t, fresh) {
		t.Errorf("fresh:  %s\nfirst:  %s\nsecond: %s", printed(t, fresh), printed(t, first), printed(t, second))
	}
	// The launcher does not recover any more: what was kept of its users is void.
	write(t, dir, "safego/safego.go", "package safego\n\nfunc Go(f func()) { go f() }\n")
	fresh, kept := audited(t, dir, nil), audited(t, dir, cache)
	if printed(t, kept) != printed(t, fresh) {
		t.Errorf("after a change:\nfresh: %s\nkept:  %s", printed(t, fresh), printed(t, kept))
	}
	for _, g := range kept.Goroutines {
		if g.Function == "A" && g.Status != "uncovered" {
			t.Errorf("A is still %s: %s", g.Status, g.Why)
		}
	}
}

// The example carries one mistake of each kind beside the same done right.
func TestExampleIsReportedOnceForEachMistake(t *testing.T) {
	doc := audited(t, filepath.Join("..", "..", "examples", "logserver"), nil)
	want := "unrecoveredgoroutine Start, workerloop (*AsyncHook).work, sharedbuffer (*Logger).Flush, unrecoveredgoroutine (*Server).handlePick"
	if got := found(doc); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	subjects := map[string]string{}
	for _, d := range doc.Diagnostics {
		subjects[d.Function+" "+d.Analyzer] = *d.Subject
	}
	for where, subject := range map[string]string{
		"Start unrecoveredgoroutine": "Start.func1", "(*Logger).Flush sharedbuffer": "Logger.buf",
		"NewAsync unrecoveredgoroutine": "(*AsyncHook).work", "(*Server).handlePick unrecoveredgoroutine": "(*Server).handlePick.func1",
	} {
		if subjects[where] != subject {
			t.Errorf("%s: subject %q, want %q", where, subjects[where], subject)
		}
	}
}

// unimportable has a package that imports one which does not type-check, in such a way that
// the analyzer of shared buffers cannot do without the types that are missing.
const unimportable = `
-- go.mod --
module service
go 1.24
-- config/config.go --
package config
type Config struct {
	Meter missing.Meter
	Name  string
}
-- run/run.go --
package run
import ("bytes"; "service/config")
func Run(c *config.Config) {
	var buf bytes.Buffer
	c.Meter.Start(c.Name)
	go func() { buf.WriteString(c.Name) }()
	buf.WriteByte('x')
}
func Bare(list []int) { go func() { _ = list[5] }() }
`

func TestGapOfWhatImportsAnIllTypedPackageNamesIt(t *testing.T) {
	doc := audited(t, plant(t, unimportable), nil)
	if len(doc.Gaps) != 2 || doc.Gaps[0].Package != "service/config" || !strings.Contains(doc.Gaps[1].Detail, "sharedbuffer: it imports service/config, which does not type-check") {
		t.Errorf("gaps: %+v", doc.Gaps)
	}
	if len(doc.Goroutines) != 2 {
		t.Errorf("the other analyzers go on: %+v", doc.Goroutines)
	}
}

// unreadable is a program in a repository that git does not accept.
const unreadable = `
-- go.mod --
module program
go 1.24
-- .git/HEAD --
nothing that git knows
-- main.go --
package main
func main() { go func() { panic("x") }() }
`

func TestARepositoryThatGitRefusesIsNoGap(t *testing.T) {
	t.Setenv("GOFLAGS", "-mod=mod") // the machine's own may say the same
	doc := audited(t, plant(t, unreadable), nil)
	if len(doc.Gaps) != 0 || len(doc.Goroutines) != 1 {
		t.Errorf("gaps: %+v, goroutines: %+v", doc.Gaps, doc.Goroutines)
	}
}

// guarded has a worker that defers a helper of a package which does not type-check.
const guarded = `
-- go.mod --
module service
go 1.24
-- crash/crash.go --
package crash
import "log"
var Meter missing.Meter
func LogPanic() {
	if r := recover(); r != nil {
		log.Print(r)
		panic(r)
	}
}
-- run/run.go --
package run
import "service/crash"
func Run(lines chan []string) {
	go func() {
		defer crash.LogPanic()
		for line := range lines {
			println(line[1])
		}
	}()
}
`

func TestHelperOfAnIllTypedPackageIsRead(t *testing.T) {
	if got := found(audited(t, plant(t, guarded), nil)); got != "" {
		t.Errorf("a helper that panics again is taken for one that recovers: %s", got)
	}
	keeps := strings.Replace(guarded, "\t\tpanic(r)\n", "", 1)
	if got, want := found(audited(t, plant(t, keeps), nil)), "workerloop Run.func1"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
