package concurrency

import (
	"go/token"

	"golang.org/x/tools/go/ssa"

	"github.com/go-race-audit/go-race-audit/lint/reference"
)

// Lock is one lock held by a goroutine.
type Lock struct {
	reference.Ref
	// Exclusive: Lock, not RLock.
	Exclusive bool
	// Slot: a channel that one goroutine at a time has put a value in.
	Slot bool
}

func (l Lock) name() string { return l.Root.Name() + l.Path }

// signalKind is how a goroutine tells that it has come so far.
type signalKind int

const (
	done    signalKind = iota // WaitGroup.Done, Cond.Signal, an atomic store, the end of a launched function
	closed                    // close of a channel
	sent                      // send on a channel
	emptied                   // receive from a channel that another goroutine sends on
)

// signal is one thing another goroutine can wait for.
type signal struct {
	reference.Ref
	kind signalKind
}

// joinKind is how a goroutine waits.
type joinKind int

const (
	waits     joinKind = iota // WaitGroup.Wait, receive without ok: any signal
	gotValue                  // receive that gave a value: a send
	gotClosed                 // receive that found the channel closed
	handsOver                 // send: the receiver has come so far
	over                      // a method said that whatever ran has ended
	looks                     // atomic load: may have been told, does not wait
)

// join is one wait.
type join struct {
	reference.Ref
	kind joinKind
}

// ends tells whether j waits for s.
func (j join) ends(s signal) bool {
	if j.Ref != s.Ref && !samePipe(j.Ref, s.Ref) {
		return false
	}
	switch j.kind {
	case waits, looks:
		return s.kind != emptied
	case gotValue:
		return s.kind == sent
	case gotClosed:
		return s.kind == closed || s.kind == sent
	case handsOver:
		return s.kind == emptied
	}
	return false
}

// Use is one use of an object, in the terms of the function that is analysed.
type Use struct {
	Ref reference.Ref
	// Field is the same object by the fields that were followed, where Ref is
	// what was put in them.
	Field reference.Ref
	// Type is the name of its unsafe type, "" while the package only knows an
	// interface.
	Type string
	// Op is the method or function that uses it.
	Op    string
	Write bool
	Locks []Lock
	// Trail is where the use is and the calls that lead to it, innermost first.
	Trail []token.Pos

	// method: Op is surely a method of the object, whatever its type.
	method bool
	// call: the object is a function, and the use runs it with args.
	call bool
	args []reference.Ref
	// given: the function that makes it was handed in by this very caller.
	given bool
	// early are the signals surely or maybe given before the use; after the
	// joins surely passed before it, own those of them that belong to its step.
	early      []signal
	after, own []join
}

// Kind is what runs a function beside its starter.
type Kind int

// The kinds of Spawn.
const (
	Goroutine Kind = iota
	Handler        // runs for each request
	Copy           // the goroutine of os/exec that copies output
	Timer          // runs when time has passed
	Subtest        // a parallel subtest: runs when its parent's body is over
	Queued         // a function put where several goroutines fetch what they run
	Caller         // any goroutine that calls Func
	Pooled         // no goroutine: whoever gets the object from its sync.Pool next
)

// Spawn is a function that was started beside the one that is analysed.
type Spawn struct {
	Kind Kind
	// Many: runs on several goroutines at once.
	Many bool
	// Trail is the go statement and the calls that lead to it, innermost first.
	Trail []token.Pos
	Uses  []Use
	// requests: it sends requests over HTTP. tested: a handler that only answers
	// the requests of the function that made it.
	requests, tested bool
	// Func is the method of a Caller.
	Func *ssa.Function

	// hands are the objects that it gives to functions which only the run knows.
	hands []reference.Ref

	// from is the function with the go statement.
	from    *ssa.Function
	signals []signal
	joins   []join
	at      ssa.Instruction
	// ended: it is over when the step that starts it is.
	ended bool
	// maybe counts the functions on the way from the go statement that can
	// return without having started it.
	maybe int
}

// Conflict is a pair of uses that two goroutines may make at once.
type Conflict struct {
	// Func is the function in which both meet.
	Func *ssa.Function
	// Beside is the use on the spawned goroutine.
	Beside Use
	Spawn  *Spawn
	// Here is the other use; on goroutine Other, or the starter's own when
	// that is nil.
	Here  Use
	Other *Spawn
	// Call is the call that hands the object over, when the uses are in
	// functions that know only an interface.
	Call token.Pos
	// Via tells which rule found it.
	Via Via
}

// Via is the rule that found a conflict.
type Via int

// The rules.
const (
	ByFlow     Via = iota // both within one function and what it calls
	ByReturn              // the object is returned while the goroutine runs
	ByMethods             // a method on a goroutine and another method
	ByVariable            // a package variable
	ByLock                // one method takes the lock, another does not
	ByAPI                 // a package variable that an exported function changes
	ByPool                // bytes of a buffer that was given back to its sync.Pool
	ByCalls               // goroutines that several calls of one method start
)

// summary is what a function does, in terms that its callers can translate.
type summary struct {
	uses     []Use
	signals  []signal
	joins    []join
	spawns   []*Spawn
	acquires []Lock
	releases []Lock
	pending  []Conflict
	requests bool
	waits    bool // for some goroutine, which callers may not know
	hands    []reference.Ref
	// open: not complete yet; recursive: it was asked for before it was.
	open, recursive bool
}
