package launch_test

import (
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"testing"

	"github.com/go-race-audit/go-race-audit/lint/launch"
)

// source is type-checked as package path; imports come from the given
// packages first, then from the standard library.
func source(t *testing.T, path, text string, deps ...*types.Package) (*types.Package, *types.Info, *ast.File) {
	t.Helper()
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, path+".go", text, 0)
	if err != nil {
		t.Fatal(err)
	}
	info := &types.Info{
		Types: map[ast.Expr]types.TypeAndValue{}, Defs: map[*ast.Ident]types.Object{},
		Uses: map[*ast.Ident]types.Object{}, Selections: map[*ast.SelectorExpr]*types.Selection{},
		Instances: map[*ast.Ident]types.Instance{},
	}
	known := map[string]*types.Package{}
	for _, dep := range deps {
		known[dep.Path()] = dep
	}
	std := importer.ForCompiler(fset, "gc", nil)
	conf := types.Config{Importer: importerFunc(func(p string) (*types.Package, error) {
		if dep := known[p]; dep != nil {
			return dep, nil
		}
		return std.Import(p)
	})}
	pkg, err := conf.Check(path, fset, []*ast.File{file}, info)
	if err != nil {
		t.Fatal(err)
	}
	return pkg, info, file
}

type importerFunc func(string) (*types.Package, error)

func (f importerFunc) Import(path string) (*types.Package, error) { return f(path) }

func sites(info *types.Info, file *ast.File) (found []launch.Site) {
	ast.Inspect(file, func(n ast.Node) bool {
		found = append(found, launch.Of(info, n)...)
		return true
	})
	return found
}

func TestOfFindsEachWayToStartAGoroutine(t *testing.T) {
	_, info, file := source(t, "a", `package a
import ("context"; "net/http"; "sync"; "time")
type t struct{}
func (t) m() {}
func f(ctx context.Context, wg *sync.WaitGroup) {
	go f(ctx, wg)
	wg.Go(func() {})
	time.AfterFunc(time.Second, t{}.m)
	context.AfterFunc(ctx, func() {})
	http.HandleFunc("/", func(http.ResponseWriter, *http.Request) {})
	time.Sleep(1)
	f(ctx, wg)
}`)
	want := []struct {
		name, fun string
		trigger   launch.Trigger
	}{
		{"go", "f", launch.TriggerCall},
		{"sync.WaitGroup.Go", "(func() literal)", launch.TriggerCall},
		{"time.AfterFunc", "t{}.m", launch.TriggerTimer},
		{"context.AfterFunc", "(func() literal)", launch.TriggerCancel},
		{"http.HandleFunc", "(func(http.ResponseWriter, *http.Request) literal)", launch.TriggerRequest},
	}
	got := sites(info, file)
	if len(got) != len(want) {
		t.Fatalf("got %d sites, want %d", len(got), len(want))
	}
	for i, w := range want {
		if got[i].Name != w.name || types.ExprString(got[i].Func) != w.fun || got[i].Trigger != w.trigger {
			t.Errorf("site %d: got %s %s %v, want %+v", i, got[i].Name, types.ExprString(got[i].Func), got[i].Trigger, w)
		}
	}
}

func TestErrgroupHandsThePanicOverOnlyWhereItKeepsIt(t *testing.T) {
	for _, c := range []struct {
		version, fields string
		want            launch.Outcome
	}{
		{"v0.13.0", "err error", launch.EndsProcess},
		{"v0.14.0", "err error; panicValue any; abnormal bool", launch.HandedToWait},
		{"v0.16.0", "err error", launch.EndsProcess},
	} {
		group, _, _ := source(t, "golang.org/x/sync/errgroup",
			"package errgroup\ntype Group struct {"+c.fields+"}\nfunc (g *Group) Go(f func() error) {}")
		_, info, file := source(t, "a", `package a
import "golang.org/x/sync/errgroup"
func f() { var g errgroup.Group; g.Go(func() error { return nil }) }`, group)
		got := sites(info, file)
		if len(got) != 1 || got[0].Outcome != c.want {
			t.Errorf("%s: got %+v, want outcome %v", c.version, got, c.want)
		}
	}
}

func TestResolveFollowsOnlyWhatIsKnownAtCompileTime(t *testing.T) {
	_, info, file := source(t, "a", `package a
import "net/http"
type s struct{ hook func() }
func (*s) m() {}
type i interface{ m() }
func gen[T any]() {}
func h(http.ResponseWriter, *http.Request) {}
func f(x *s, y i, p func(), list []func()) {
	once := func() {}
	twice := func() {}
	twice = p
	taken := func() {}
	_ = &taken
	var late func()
	late = func() {}
	var lit, fun, none []any
	lit = []any{once, func() {}}
	fun = []any{x.m, (*s).m, gen[int], http.HandlerFunc(h), f}
	none = []any{twice, taken, x.hook, y.m, p, list[0]}
	_, _, _, _ = lit, fun, none, late
}`)
	closures := launch.NewClosures(info, []*ast.File{file})
	checked := 0
	ast.Inspect(file, func(n ast.Node) bool {
		assign, ok := n.(*ast.AssignStmt)
		if !ok {
			return true
		}
		list, ok := assign.Rhs[0].(*ast.CompositeLit)
		if !ok {
			return true
		}
		kind := assign.Lhs[0].(*ast.Ident).Name
		for _, e := range list.Elts {
			target := closures.Resolve(info, e)
			got := map[bool]string{true: "lit"}[target.Lit != nil]
			if target.Func != nil {
				got += "fun"
			}
			if got == "" {
				got = "none"
			}
			if got != kind {
				t.Errorf("%s: got %s, want %s", types.ExprString(e), got, kind)
			}
			checked++
		}
		return true
	})
	if checked != 13 {
		t.Errorf("checked %d expressions, want 13", checked)
	}
}

func TestFullNameLeavesOutTypeParameters(t *testing.T) {
	pkg, _, _ := source(t, "a", "package a\ntype T[K comparable, V any] struct{}\nfunc (*T[K, V]) M() {}")
	named := pkg.Scope().Lookup("T").Type().(*types.Named)
	if got := launch.FullName(named.Method(0)); got != "(*a.T).M" {
		t.Errorf("got %q", got)
	}
}
