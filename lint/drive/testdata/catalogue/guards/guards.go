// Package guards turns panics into errors and logs.
package guards

import (
	"errors"
	"fmt"
	"log"
	"log/slog"
	"net/http"
	"os"
	"runtime"
	"runtime/debug"
	"strconv"
	"strings"
	"sync/atomic"
	"time"
)

// Quote formats the first word.
//
//label:bad recovermisuse
func Quote(s string) string {
	defer recover()
	return strconv.Quote(strings.Fields(s)[0])
}

// Transform calls f on s.
func Transform(s string, f func(string) string) string {
	defer func() {
		logRecovered("transform")
	}()
	return f(s)
}

//label:bad recovermisuse
func logRecovered(where string) {
	if r := recover(); r != nil {
		slog.Error(where, "panic", r, "stack", string(debug.Stack()))
	}
}

// Apply calls all changes.
//
//label:bad recovermisuse
func Apply(changes []func()) (err error) {
	defer func() {
		func() {
			if r := recover(); r != nil {
				err = fmt.Errorf("apply: %v", r)
			}
		}()
	}()
	for _, c := range changes {
		c()
	}
	return nil
}

// Load parses and checks a document.
//
//label:bad recovermisuse
func Load(parse func([]byte) map[string]any, raw []byte) (name string, err error) {
	doc := parse(raw)
	name = doc["name"].(string)
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("load: %v\n%s", r, debug.Stack())
		}
	}()
	return name, nil
}

// Background runs the job and returns at once.
//
//label:bad recovermisuse
func Background(job func()) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("job: %v", r)
		}
	}()
	go job()
	return nil
}

// Send gives the value to the sink.
//
//label:bad recovermisuse
func Send(sink func(any), v any) {
	defer func() {
		recover()
	}()
	sink(v)
}

// ParseAll adds up the second fields.
//
//label:bad recovermisuse
func ParseAll(lines []string) (sum int) {
	defer func() { _ = recover() }()
	for _, l := range lines {
		n, _ := strconv.Atoi(strings.Split(l, ",")[1])
		sum += n
	}
	return sum
}

// Flush calls the flushers.
//
//label:bad recovermisuse
func Flush(flushers []func() error) error {
	defer func() {
		if r := recover(); r != nil {
		}
	}()
	for _, f := range flushers {
		if err := f(); err != nil {
			return err
		}
	}
	return nil
}

// Invoke calls f and reports a panic.
//
//label:bad recovermisuse
func Invoke(f func()) error {
	f()
	if r := recover(); r != nil {
		return fmt.Errorf("invoke: %v", r)
	}
	return nil
}

// RunTool runs a tool; its log.Fatal comes back as an error.
//
//label:bad recovermisuse
func RunTool(args []string) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("tool: %v", r)
		}
	}()
	if len(args) == 0 {
		log.Fatal("tool: no arguments")
	}
	return nil
}

// Node is one node of a tree.
type Node struct{ Left, Right *Node }

// Depth measures a tree; a stack overflow or running out of memory is caught and returned.
//
//label:bad recovermisuse
func Depth(n *Node) (d int, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("stack overflow: %v", r)
		}
	}()
	return depth(n), nil
}

func depth(n *Node) int {
	if n == nil {
		return 0
	}
	return 1 + max(depth(n.Left), depth(n.Right))
}

// Remember stores the value and recovers from concurrent map writes.
//
//label:bad recovermisuse
func Remember(m map[string]int, key string, value int) (ok bool) {
	defer func() {
		if r := recover(); r != nil {
			log.Printf("concurrent map writes: %v", r)
			ok = false
		}
	}()
	m[key] = value
	return true
}

// ServeThumbnail makes a thumbnail in the background.
//
//label:missed recovermisuse
func ServeThumbnail(w http.ResponseWriter, r *http.Request) {
	defer func() {
		if v := recover(); v != nil {
			slog.Error("thumbnail", "panic", v, "stack", string(debug.Stack()))
			http.Error(w, "internal error", http.StatusInternalServerError)
		}
	}()
	size := strings.Split(r.FormValue("size"), "x")
	go func() {
		slog.Info("thumbnail", "width", size[0], "height", size[1])
	}()
	w.WriteHeader(http.StatusAccepted)
}

// Lookup reads a nested field.
//
//label:missed recovermisuse
func Lookup(doc map[string]any, outer, inner string) (value string) {
	defer func() {
		if recover() != nil {
			value = ""
		}
	}()
	return doc[outer].(map[string]any)[inner].(string)
}

// Execute runs the step.
func Execute(step func()) {
	defer func() {
		defer log.Print("step has ended")
		rescue()
	}()
	step()
}

//label:bad recovermisuse
func rescue() {
	r := recover()
	if r == nil {
		return
	}
	fmt.Fprintf(os.Stderr, "step: %v\n%s", r, debug.Stack())
}

// Call calls f and returns its panic as an error.
//
//label:good
func Call(f func() error) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("call: %v\n%s", r, debug.Stack())
		}
	}()
	return f()
}

// Do calls f.
//
//label:good
func Do(f func()) {
	defer logPanic("do")
	f()
}

//label:good
func logPanic(where string) {
	if r := recover(); r != nil {
		slog.Error(where, "panic", r, "stack", string(debug.Stack()))
	}
}

// Step calls f.
//
//label:good
func Step(f func()) {
	defer func() {
		noteValue("step", recover())
	}()
	f()
}

//label:good
func noteValue(where string, r any) {
	if r != nil {
		slog.Error(where, "panic", r, "stack", string(debug.Stack()))
	}
}

var errSyntax = errors.New("syntax error")

// Decode returns errSyntax, with which next reports by panic.
//
//label:good
func Decode(next func()) (err error) {
	defer func() {
		switch r := recover(); r {
		case nil:
		case errSyntax:
			err = errSyntax
		default:
			panic(r)
		}
	}()
	next()
	return nil
}

var panics atomic.Int64

// Guarded calls f and counts its panic.
//
//label:good
func Guarded(f func()) {
	defer func() {
		if recover() != nil {
			panics.Add(1)
		}
	}()
	f()
}

// Timed calls f and logs how long it took.
//
//label:good
func Timed(name string, f func()) {
	start := time.Now()
	name = strings.TrimSpace(name)
	defer func() {
		if r := recover(); r != nil {
			slog.Error(name, "panic", r, "after", time.Since(start), "stack", string(debug.Stack()))
		}
	}()
	f()
}

// Spawn prepares here and runs there; both are guarded.
//
//label:good
func Spawn(prepare, run func()) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("prepare: %v", r)
		}
	}()
	prepare()
	go func() {
		defer logPanic("run")
		run()
	}()
	return nil
}

// Index returns element i, or an error for a bad index.
//
//label:good
func Index(values []string, i int) (v string, err error) {
	defer func() {
		if r := recover(); r != nil {
			re, ok := r.(runtime.Error)
			if !ok {
				panic(r)
			}
			err = re
		}
	}()
	return values[i], nil
}

// Guard is deferred by its Close method.
type Guard struct{ name string }

// Close is to be deferred.
//
//label:good
func (g *Guard) Close() {
	if r := recover(); r != nil {
		log.Printf("%s: %v\n%s", g.name, r, debug.Stack())
	}
}

// Protected calls f.
//
//label:good
func Protected(name string, f func()) {
	g := &Guard{name: name}
	defer g.Close()
	f()
}

// Capture returns the value with which f panics.
//
//label:good
func Capture(f func()) (value any) {
	defer func() { value = recover() }()
	f()
	return nil
}
