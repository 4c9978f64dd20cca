package recovery_test

import (
	"cmp"
	"go/ast"
	"go/types"
	"strings"
	"testing"

	"github.com/go-race-audit/go-race-audit/lint/passtest"
	"github.com/go-race-audit/go-race-audit/lint/recovery"
)

// The comment behind each function is its fact, without the prefix.
const functions = `package p

import (
	"log"
	"os"
	"sync"

	"golang.org/x/tools/go/packages"
	"golang.org/x/tools/txtar"
)

func helper() { if r := recover(); r != nil { log.Print(r) } } // helper only-recovers harmless
func rethrows() { if r := recover(); r != nil { panic(r) } } // only-recovers rethrows
func exits() { if r := recover(); r != nil { log.Print(r); os.Exit(1) } } // only-recovers rethrows harmless
func deferred(l []int) { defer helper(); _ = l[0] } // recovers
func late(l []int) { _ = l[0]; defer helper() } //
func risky(l []int) { _ = l[0] } //
func quiet(a, b int) int { return a + b } // harmless
func returnsHelper() func() { return func() { if r := recover(); r != nil { log.Print(r) } } } // harmless returns-helper
func wraps(f func()) func() { return func() { defer helper(); f() } } // harmless returns-recovering
func launcher(f func()) { go func() { defer helper(); f() }() } // harmless launches contains[0]
func runner(f func()) { defer helper(); f() } // recovers contains[0]
func spawner(n int, f func()) { go f() } // harmless spawns[1]
func indirect(f func()) { launcher(f) } // harmless launches contains[0]
func both(wg *sync.WaitGroup, f func()) { wg.Add(1); go func() { defer wg.Done(); f() }() } // harmless spawns[1]
func each(f func(int)) { go func() { defer helper(); f(1) }() } // harmless contains[0]
func recurses(n int) { if n > 0 { recurses(n - 1) } } // calm
func dereferences(n *int) int { return *n } // calm
func asks(n *int) int { log.Print(*n); packages.PrintErrors(nil); return dereferences(n) } // calm
func parses(b []byte) { txtar.Parse(b) } //
`

func TestFactsOfFunctions(t *testing.T) {
	pass := passtest.Pass(t, "m/p", functions)
	info := passtest.Run(t, pass, recovery.Analyzer).(*recovery.Info)
	want := map[string]string{}
	for line := range strings.Lines(functions) {
		if name, rest, ok := strings.Cut(strings.TrimPrefix(line, "func "), "("); ok && strings.HasPrefix(line, "func ") {
			want[name] = strings.TrimSpace(rest[strings.LastIndex(rest, "//")+2:])
		}
	}
	if len(info.Declared()) != len(want) || len(want) != 19 {
		t.Fatalf("%d functions, %d expected", len(info.Declared()), len(want))
	}
	for _, fn := range info.Declared() {
		if got := strings.TrimSpace(strings.TrimPrefix(info.Of(fn).String(), "recovery:")); got != want[fn.Name()] {
			t.Errorf("%s: got %q, want %q", fn.Name(), got, want[fn.Name()])
		}
	}
}

// The comment behind each function is its extent: whether it calls what is known at run time
// only, works, or is unchecked.
const extents = `package p

import (
	"container/heap"
	"encoding/binary"
	"encoding/json"
	"log"
	"net"
	"net/http"
	"net/url"
	"strings"
	"sync"
)

type reader interface{ Next() string; Handle(string) }

func plain(a int) int { a++; return a } // nothing
func calls(a int) int { return plain(a) } // nothing
func twice(a int) int { return plain(a) + plain(a) } // nothing
func starts(a int) { go plain(a) } // nothing
func unknown(r reader, f func()) { f(); _ = r.Next() } // unknown
func handles(r reader) { r.Handle("") } // unknown works
func listens(l net.Listener, h http.Handler) { _ = http.Serve(l, h) } // nothing
func decodes(b []byte, v any) error { return json.Unmarshal(b, v) } // works
func encodes(v any) ([]byte, error) { return json.Marshal(v) } // nothing
func unasked(s string) string { return strings.Split(s, ",")[1] } // unchecked
func callsIt(s string) string { return unasked(s) } // calls unchecked
func further(s string) string { return callsIt(s) } // unchecked further
func furthest(s string) string { return further(s) } // unchecked further
func address(s string) net.IP { return net.ParseIP(s) } // nothing
func asked(l []string) string { if len(l) > 1 { return l[1] }; return "" } // nothing
func filled(i int) { var l = make([]string, 8); func() { l[i] = "" }() } // nothing
func asksBefore(l []string) { if len(l) == 0 { return }; func() { println(l[0]) }() } // nothing
func both(a, b []string) { for i := range a { println(b[i]) } } // nothing
func rest(l []string, i int) string { return l[i%8] } // nothing
func asserts(v any) string { return v.(string) } // unchecked
func stored(m *sync.Map) string { v, _ := m.Load(1); return v.(string) } // nothing
var instances map[string]any
func registered(name string) string { return instances[name].(string) } // nothing
func held(m *sync.Map) { m.Range(func(k, v any) bool { return k.(int) > 0 }) } // nothing
func ofLiteral() int { e := struct{ Records []int }{[]int{1}}; return e.Records[0] } // nothing
func ofField() int { e := struct{ Records []int }{Records: []int{1}}; return e.Records[1] } // unchecked
func header(b []byte) []byte { return b[2:4] } // unchecked
func headerOf(b []byte) []byte { if len(b) < 4 { return nil }; return b[2:4] } // nothing
func last(l []int) int { return l[len(l)-1] } // unchecked
func lastOf(l []int) int { if len(l) == 0 { return 0 }; return l[len(l)-1] } // nothing
func port(b []byte) uint16 { return binary.BigEndian.Uint16(b[2:]) } // unchecked
func portOf(b []byte) uint16 { if len(b) < 4 { return 0 }; return binary.BigEndian.Uint16(b[2:]) } // nothing
func size() uint32 { var head [5]byte; return binary.BigEndian.Uint32(head[1:]) } // nothing
func runs(m map[string]func(), name string) { m[name]() } // unknown unchecked
func runsFirst(m map[string]func()) { m["first"]() } // unknown
func runsIfThere(m map[string]func(), name string) { if m[name] != nil { m[name]() } } // unknown
type order struct{ city string }
func city(m map[int]*order, id int) string { o := m[id]; return o.city } // unchecked
func cityOr(m map[int]*order, id int) string { o, ok := m[id]; if !ok { return "" }; return o.city } // nothing
func cityIf(m map[int]*order, id int) string { o := m[id]; if o == nil { return "" }; return o.city } // nothing
func counted(l []int, from, to int) { for i := from; i < to; i++ { l[i] = 0 } } // nothing
func oneTooMany(l []int, to int) { for i := 0; i <= to; i++ { l[i] = 0 } } // unchecked
func many(r reader) { for { r.Next(); r.Next(); r.Next(); r.Next(); r.Next(); r.Next() } } // unknown much
func popped(h heap.Interface) string { return heap.Pop(h).(string) } // nothing
func cityOf(o *order, mu *sync.Mutex) string { mu.Lock(); defer mu.Unlock(); if o.city == "" { panic("no city") }; return o.city } // nothing
func cityAt(o *order, l []string) string { if len(l) == 0 { panic("no city") }; return o.city } // unchecked
func checked(s string) string { if s == "" { panic("empty") }; println(s); return s } // unchecked
func site(s string) (*url.URL, error) { return url.Parse(s) } // nothing
func logs(l []string) { log.Println(l[1]) } // unchecked
func logsOf(l []string) { log.Println(unasked(l[0])) } // nothing
`

func TestExtentsOfFunctions(t *testing.T) {
	pass := passtest.Pass(t, "m/p", extents)
	info := passtest.Run(t, pass, recovery.Analyzer).(*recovery.Info)
	for _, fn := range info.Declared() {
		e := info.Of(fn).Extent
		var found []string
		for _, p := range []struct {
			set  bool
			name string
		}{{e.Unknown > 0, "unknown"}, {e.Unknown == recovery.Many, "much"}, {e.Works > recovery.Nowhere, "works"}, {e.Unchecked == recovery.Itself, "unchecked"}, {e.Unchecked == recovery.Called, "calls unchecked"}, {e.Unchecked == recovery.Further, "unchecked further"}} {
			if p.set {
				found = append(found, p.name)
			}
		}
		line := extents[strings.Index(extents, "func "+fn.Name()+"("):]
		line, _, _ = strings.Cut(line, "\n")
		if got, want := cmp.Or(strings.Join(found, " "), "nothing"), line[strings.LastIndex(line, "// ")+3:]; got != want {
			t.Errorf("%s: got %q, want %q", fn.Name(), got, want)
		}
	}
}

const values = `package p
type s struct{ hook func() }
func param(f func())     { go func() { f() }() }
func field(x s)          { go func() { x.hook() }() }
func ranged(l []func())  { for _, f := range l { go func() { f() }() } }
func element(l []func()) { go func() { l[0]() }() }
func chosen(a bool)      { f := func() {}; if a { f = nil }; go func() { f() }() }
`

func TestRiskSaysWhereAFunctionValueComesFrom(t *testing.T) {
	pass := passtest.Pass(t, "m/p", values)
	info := passtest.Run(t, pass, recovery.Analyzer).(*recovery.Info)
	for _, fn := range info.Declared() {
		want := "which was handed in"
		if fn.Name() == "chosen" {
			want = "which is only known at run time"
		}
		if risk := riskOfLaunch(info, fn); risk == nil || !strings.HasSuffix(risk.What.String(), want) && fn.Name() != "element" {
			t.Errorf("%s: got %+v, want one that ends in %q", fn.Name(), risk, want)
		}
	}
}

// riskOfLaunch is the risk of what the only go statement of fn runs.
func riskOfLaunch(info *recovery.Info, fn *types.Func) *recovery.Risk {
	var risk *recovery.Risk
	ast.Inspect(info.Decl(fn).Body, func(n ast.Node) bool {
		if start, ok := n.(*ast.GoStmt); ok {
			risk = info.Risk(start.Call.Fun.(*ast.FuncLit).Body)
		}
		return risk == nil
	})
	return risk
}
