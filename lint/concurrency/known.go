package concurrency

import (
	"go/token"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/go-race-audit/go-race-audit/lint/reference"
)

// known adds what a function of the standard library does that matters here,
// and tells whether that is all.
func (a *analysis) known(s *step, name string, c *ssa.CallCommon, callee *reference.Callee) bool {
	if strings.HasPrefix(name, "log.") && a.standardLogger(s, name, c) {
		return true
	}
	s.requests = s.requests || isRequest(name)
	if len(callee.Args) == 0 {
		return stopper(s, name)
	}
	first := callee.Args[0]
	switch name {
	case "(*sync.WaitGroup).Done":
		s.signals = append(s.signals, signal{first, done})
	case "(*sync.WaitGroup).Add":
		if delta, ok := lastConst(c); ok && delta < 0 {
			s.signals = append(s.signals, signal{first, done})
		}
	case "(*sync.Cond).Signal", "(*sync.Cond).Broadcast":
		s.signals = append(s.signals, signal{first, done})
	case "(*io.PipeWriter).Close", "(*io.PipeWriter).CloseWithError":
		s.signals = append(s.signals, signal{first, closed})
	case "(*sync.Once).Do":
		once := Lock{Ref: first, Exclusive: true}
		a.inlineArg(s, c, 1, []Lock{once})
		s.acquires = append(s.acquires, Lock{Ref: first})
	case "(*os/exec.Cmd).Start", "(*os/exec.Cmd).Run", "(*os/exec.Cmd).Output", "(*os/exec.Cmd).CombinedOutput", "(*os/exec.Cmd).Wait":
		a.command(s, name[strings.LastIndexByte(name, '.')+1:], first, c.Pos())
	case "(*sync.Pool).Put":
		a.putBack(s, c)
	case "(*testing.T).Parallel":
		s.joins = append(s.joins, join{first, waits})
		a.parallel[callerOf(s)] = true
	case "(*testing.T).Run":
		a.subtest(s, c)
	case "(*testing.B).RunParallel":
		a.start(s, c, 1, &Spawn{Many: true}, true)
	default:
		switch {
		case waiter(name) && !a.local(callee.Func):
			s.joins = append(s.joins, join{first, waits})
			return strings.HasPrefix(name, "(*sync.") || !strings.HasSuffix(name, ").Close")
		case strings.HasPrefix(name, "sync/atomic.") || strings.HasPrefix(name, "(*sync/atomic."):
			atomicOp(s, name, first)
		default:
			return stopper(s, name)
		}
	}
	return true
}

// standardLogger is a call of the logger that package log keeps.
func (a *analysis) standardLogger(s *step, name string, c *ssa.CallCommon) bool {
	pkg := c.StaticCallee().Pkg
	if pkg == nil {
		return false
	}
	std := reference.Ref{Root: pkg.Var("std")}
	if pkg.Var("std") == nil { // declared without its unexported variables
		std.Root = c.StaticCallee().Pkg.Func("Default")
	}
	switch {
	case name == "log.SetOutput":
		s.redirects = append(s.redirects, redirect{std, a.refs.Of(c.Args[0])})
	case strings.HasPrefix(name, "log.Print"):
		s.uses = append(s.uses, Use{Ref: std, Op: strings.TrimPrefix(name, "log."), Write: true, Trail: []token.Pos{c.Pos()}})
	default:
		return false
	}
	return true
}

// callerOf is the function that the step is in.
func callerOf(s *step) *ssa.Function { return s.at.Parent() }

// waiter recognises the methods that return when other goroutines are done.
func waiter(name string) bool {
	for _, end := range []string{").Wait", ").WaitAll", ").StopAndWait", ").StopWait", ").Stop", ").Close", ").Shutdown"} {
		if strings.HasSuffix(name, end) {
			return true
		}
	}
	return name == "(*golang.org/x/sync/semaphore.Weighted).Acquire"
}

// atomicOp: a store tells, a load learns.
func atomicOp(s *step, name string, ref reference.Ref) {
	op := name[strings.LastIndexByte(name, '.')+1:]
	if strings.HasPrefix(op, "Load") {
		s.joins = append(s.joins, join{ref, looks})
		return
	}
	s.signals = append(s.signals, signal{ref, done})
}

// stopper recognises the functions that do not return.
func stopper(s *step, name string) bool {
	switch name {
	case "os.Exit", "runtime.Goexit", "log.Fatal", "log.Fatalf", "log.Fatalln", "log.Panic", "log.Panicf", "log.Panicln":
		s.stops = true
	}
	for _, end := range []string{".Fatal", ".Fatalf", ".FailNow", ".SkipNow", ".Skip", ".Skipf"} {
		if strings.HasPrefix(name, "(*testing.") && strings.HasSuffix(name, end) {
			s.stops = true
		}
	}
	return s.stops
}

func lastConst(c *ssa.CallCommon) (int64, bool) {
	k, ok := c.Args[len(c.Args)-1].(*ssa.Const)
	if !ok || k.Value == nil {
		return 0, false
	}
	return k.Int64(), true
}

// command is a method of exec.Cmd. Start leaves goroutines behind that copy to
// Stdout and Stderr until Wait; Run does both.
func (a *analysis) command(s *step, op string, cmd reference.Ref, pos token.Pos) {
	wait := reference.Ref{Root: cmd.Root, Path: cmd.Path + ".Wait()"}
	if op == "Wait" {
		s.joins = append(s.joins, join{wait, waits})
		return
	}
	var spawns []*Spawn
	seen := map[reference.Ref]bool{}
	for _, field := range []string{"Stdout", "Stderr"} {
		ref := a.refs.Extend(cmd, reference.Ref{Path: "." + field})
		if given, ok := a.refs.Given(s.at.Parent(), cmd, field); ok {
			ref = given
		}
		copier := &step{at: s.at}
		a.typed(copier, Use{Ref: ref, Op: "exec.Cmd." + field, Write: true, Trail: []token.Pos{pos}})
		if op != "Start" {
			s.uses = append(s.uses, copier.uses...)
		}
		if len(copier.uses) > 0 && !seen[ref] {
			spawns = append(spawns, &Spawn{Kind: Copy, Trail: []token.Pos{pos}, Uses: copier.uses, signals: []signal{{wait, done}}, at: s.at, ended: op != "Start"})
		}
		seen[ref] = true
	}
	s.spawns = append(s.spawns, spawns...)
	if len(spawns) == 2 { // the caller may have put one object behind both
		for _, u := range spawns[0].Uses {
			for _, h := range spawns[1].Uses {
				if u.Type == "" && h.Type == "" && u.Ref != h.Ref {
					s.pending = append(s.pending, Conflict{Func: s.at.Parent(), Beside: u, Spawn: spawns[0], Here: h, Other: spawns[1]})
				}
			}
		}
	}
}
