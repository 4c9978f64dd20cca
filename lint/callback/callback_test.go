package callback_test

import (
	"go/ast"
	"go/types"
	"testing"

	"github.com/go-race-audit/go-race-audit/lint/callback"
	"github.com/go-race-audit/go-race-audit/lint/passtest"
)

// Each function shows one shape; the name says what is to be found in it.
const shapes = `package p

import "log"

type Hook func(string)
type Plugin interface{ Fire(string) }
type Listener interface{ Accept() }
type server struct {
	listener Listener
	hooks   []Hook
	plugin  Plugin
	onClose func()
	handler func(string) error
	now     func() int
	logHook Hook
	dial    func(string) error
}

func (s *server) foundElement()   { for i := range s.hooks { s.hooks[i]("x") } }
func (s *server) foundInterface() { s.plugin.Fire("x") }
func (s *server) foundField()     { _ = s.handler("x") }
func (s *server) foundOneDeep()   { s.foundField() }
func foundParameter(hook Hook)    { hook("x") }

func (s *server) silentAccept()   { s.listener.Accept() }
func (s *server) silentTwoDeep()  { s.foundOneDeep() }
func (s *server) silentGetter()   { _ = s.now() }
func (s *server) silentLogger()   { s.logHook("x") }
func (s *server) silentDialer()   { _ = s.dial("x") }
func (s *server) silentDeferred() { defer s.plugin.Fire("x") }
func (s *server) silentStarted()  { go s.plugin.Fire("x") }
func (s *server) silentMade()     { _ = func() { s.plugin.Fire("x") } }
func (s *server) silentRecovered() {
	func() {
		defer keep()
		s.plugin.Fire("x")
	}()
}

type queue struct {
	bare, wrapped chan func()
}

func (q *queue) add(task func()) {
	q.bare <- task
	q.wrapped <- func() {
		defer keep()
		task()
	}
}

func (q *queue) foundReceived() {
	task := <-q.bare
	task()
}
func (q *queue) silentReceivedWrapped() {
	task := <-q.wrapped
	task()
	for task := range q.wrapped {
		task()
	}
}

type Task interface{ Run() error }

func NewTask() (Task, error) { return nil, nil }

func silentMadeTask() error {
	task, err := NewTask()
	if err != nil {
		return err
	}
	return task.Run()
}
func foundTask(task Task) { task.Run() }

type own struct{}

func (own) Fire(string)          {}
func silentMadeHere() Plugin     { return own{} }
func silentOwn()                 { silentGiven(silentMadeHere()) }
func silentGiven(plugin Plugin)  { silentFurther(plugin) }
func silentFurther(plugin Plugin) { plugin.Fire("x") }

func silentContained(handler func()) { try(handler, nil) }
func foundAround(hook func())        { try(nil, hook) }
func try(handler, hook func()) {
	if hook != nil {
		hook()
	}
	defer keep()
	handler()
}

type API interface {
	Jobs() []string
	Task(name string) API
}

func silentAccessor(api API) { api.Task("x").Jobs() }

func keep() {
	if r := recover(); r != nil {
		log.Print(r)
	}
}
`

func TestCallsOfWhatOthersPlugInAreFound(t *testing.T) {
	pass := passtest.Pass(t, "m/p", shapes)
	finder := passtest.Run(t, pass, callback.Analyzer).(*callback.Finder)
	checked := 0
	for _, decl := range pass.Files[0].Decls {
		fn, ok := decl.(*ast.FuncDecl)
		if !ok || fn.Name.Name == "keep" || fn.Name.Name == "try" {
			continue
		}
		checked++
		call := finder.Find(fn.Body)
		switch wanted := fn.Name.Name[0] == 'f'; {
		case wanted && call == nil:
			t.Errorf("%s: nothing found", fn.Name.Name)
		case !wanted && call != nil:
			t.Errorf("%s: found %s", fn.Name.Name, types.ExprString(call.Fun))
		}
	}
	if checked != 28 {
		t.Errorf("checked %d functions, want 28", checked)
	}
}

const run = `package p

func silent() { go Run(func() {}) }
func found(callback func()) { go Run(callback) }

func Run(callback func()) { callback() }
`

func TestWhatIsRunKnowsTheArgumentsItIsRunWith(t *testing.T) {
	pass := passtest.Pass(t, "m/p", run)
	finder := passtest.Run(t, pass, callback.Analyzer).(*callback.Finder)
	decl := pass.Files[0].Decls[2].(*ast.FuncDecl)
	callee := pass.TypesInfo.Defs[decl.Name].(*types.Func)
	for _, outer := range pass.Files[0].Decls[:2] {
		outer := outer.(*ast.FuncDecl)
		args := outer.Body.List[0].(*ast.GoStmt).Call.Args
		if call := finder.FindRun(decl.Body, callee, args); (call != nil) != (outer.Name.Name == "found") {
			t.Errorf("%s: found %v", outer.Name.Name, call)
		}
	}
}
