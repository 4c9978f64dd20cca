package misuse

import (
	"errors"
	"fmt"
	"log"
	"net/http"
	"os"
	"strconv"
	"sync"

	"github.com/gin-gonic/gin"
)

var list []int

func work() { _ = list[1] }

// ---- bad: cannot work ----

func deferredBuiltin() {
	defer recover() // want `defer recover\(\) recovers nothing: recover has to be called by a deferred function`
	work()
}

func evaluatedEarly() {
	defer fmt.Println("recovered", recover()) // want `recover\(\) is an argument of a deferred call of fmt\.Println: it is evaluated at once`
	work()
}

func calledLiteral() {
	func() {
		if r := recover(); r != nil { // want `recover\(\) in a function literal that is called, not deferred, returns nil`
			log.Print(r)
		}
	}()
	work()
}

func tooDeepLiteral() {
	defer func() {
		func() {
			if r := recover(); r != nil { // want `recover\(\) in a function literal that is called, not deferred, returns nil`
				log.Print(r)
			}
		}()
	}()
	work()
}

func inGoroutine() {
	go func() {
		if r := recover(); r != nil { // want `recover\(\) in the goroutine itself returns nil`
			log.Print(r)
		}
		work()
	}()
}

func neverDeferred() {
	f := func() {
		if r := recover(); r != nil { // want `recover\(\) in f returns nil: f is only called, never deferred`
			log.Print(r)
		}
	}
	work()
	f()
}

func calledOnly() {
	work()
	onlyCalled()
}

func onlyCalled() {
	if r := recover(); r != nil { // want `recover\(\) in onlyCalled returns nil: onlyCalled is only called, never deferred`
		log.Print(r)
	}
}

func helper() {
	if r := recover(); r != nil {
		log.Print(r)
	}
}

func usesHelper() {
	defer helper() // ok
	work()
}

func oneTooDeep() {
	defer func() {
		helper() // want `helper\(\) is one call too deep: its recover returns nil unless helper itself is deferred`
	}()
	work()
}

func calledNotDeferred() {
	helper() // want `helper\(\) is called, not deferred: its recover returns nil`
	work()
}

func Exported() {
	r := recover()
	if r == nil {
		return
	}
	log.Print(r)
}

func callsExported() {
	Exported() // want `Exported\(\) is called, not deferred: its recover returns nil`
	work()
}

func tooLate() {
	work()
	defer func() { // want `this recover is deferred after the risky work: nothing that follows it can panic`
		if r := recover(); r != nil {
			log.Print(r)
		}
	}()
}

func tooLateInGoroutine() {
	go func() {
		work()
		defer helper() // want `this recover is deferred after the risky work`
	}()
}

func spawner() {
	defer func() { // want `this recover does not reach the goroutine that is started below it, and nothing else here can panic`
		if r := recover(); r != nil {
			log.Print(r)
		}
	}()
	go func() {
		work()
	}()
}

func spawnerOfFunction() {
	defer helper() // want `this recover does not reach the goroutine that is started below it`
	go work()
}

func claims() {
	defer func() { // want `no recover catches what this comment names: the runtime ends the process`
		// recover from concurrent map writes
		if r := recover(); r != nil {
			log.Print(r)
		}
	}()
	work()
}

// ok: another panic takes its place.
func replaced(s string) {
	defer func() {
		r := recover()
		if r == nil {
			return
		}
		panic("cannot decode " + s)
	}()
	work()
}

// ok: a note, for it may have been closed before.
func closeSafely(c interface{ Close() }, ch chan int) {
	if c == nil {
		return
	}
	defer func() {
		_ = recover()
	}()
	c.Close()
	close(ch)
}

// ok: a note, for it is over by then.
func whenClosed(closed *bool) {
	defer func() {
		if *closed {
			_ = recover()
		}
	}()
	work()
}

// ---- bad: silent ----

func silentEarly() {
	defer func() {
		r := recover() // want `the recovered panic is dropped`
		if r == nil {
			return
		}
	}()
	work()
}

func silentCall() {
	defer func() {
		recover() // want `the recovered panic is dropped`
	}()
	work()
}

func silentBlank() {
	defer func() {
		_ = recover() // want `the recovered panic is dropped`
	}()
	work()
}

func silentEmpty() {
	defer func() {
		if r := recover(); r != nil { // want `the recovered panic is dropped`
		}
	}()
	work()
}

func silentCompare() {
	defer func() {
		if recover() != nil { // want `the recovered panic is dropped`
			return
		}
	}()
	work()
}

func silentAssigned() {
	defer func() {
		r := recover() // want `the recovered panic is dropped`
		if r != nil {
			_ = r
		}
	}()
	work()
}

func silentHelper() {
	_ = recover() // want `the recovered panic is dropped`
}

func usesSilentHelper() {
	defer silentHelper()
	work()
}

// ---- good ----

func logs() {
	defer func() {
		if r := recover(); r != nil {
			log.Print(r)
		}
	}()
	work()
}

func returnsError() (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("panic: %v", r)
		}
	}()
	work()
	return nil
}

func returnsFixedError() (err error) {
	defer func() {
		if recover() != nil {
			err = errors.New("failed")
		}
	}()
	work()
	return nil
}

func returnsFlag() (ok bool) {
	defer func() {
		ok = recover() == nil
	}()
	work()
	return true
}

func panicsAgain() {
	defer func() {
		if r := recover(); r != nil {
			panic(r)
		}
	}()
	work()
}

func counts(n *int) {
	defer func() {
		if recover() != nil {
			*n++
		}
	}()
	work()
}

func keeps() (v any) {
	defer func() { v = recover() }()
	work()
	return nil
}

func sends(errs chan any) {
	defer func() {
		if r := recover(); r != nil {
			errs <- r
		}
	}()
	work()
}

func deferredVariable() {
	f := func() {
		if r := recover(); r != nil {
			log.Print(r)
		}
	}
	defer f()
	work()
}

func handedOn(run func(func())) {
	run(func() {
		if r := recover(); r != nil {
			log.Print(r)
		}
	})
}

func afterSetup() error {
	f, err := os.Open("x")
	if err != nil {
		return err
	}
	defer f.Close()
	defer helper() // ok
	work()
	return nil
}

func partly() {
	work()
	defer helper() // ok: what follows is recovered
	work()
}

func cleans() {
	defer cleanup()
	work()
}

func cleansTwice() {
	cleanup() // ok: it does more than recover
}

func cleanup() {
	if r := recover(); r != nil {
		log.Print(r)
	}
	list = nil
	fmt.Println("clean")
}

func closedChannel(ch chan int) {
	defer func() {
		_ = recover() // ok: a note, since the comment says that the channel may be closed
	}()
	ch <- 1
}

func spawnerWithMore() {
	defer helper()
	work()
	go work() // ok: the recover has work of its own
}

func nothing() {
	defer helper()
	// Not even this could recover from concurrent map writes.
	work()
}

func ignored() {
	defer func() {
		recover() //race-audit:ignore recovermisuse the probe may fail in any way
	}()
	work()
}

type stack struct{}

func (stack) recover() any { return nil }

func shadowed() {
	recover := func() any { return nil }
	recover() // ok
	stack{}.recover()
}

func sendGuard(ch chan int) {
	defer func() { recover() }() // ok: a note, all it guards is the send
	ch <- 1
}

func sendGuardError(ch chan int) error {
	defer func() { recover() }() // ok: the same, and it returns nothing else
	ch <- 1
	return nil
}

func zeroResult(v any) int {
	defer func() { recover() }() // ok: a note, the zero result tells
	return v.(int)
}

func falseResult(v any) (string, bool) {
	defer func() { recover() }() // ok: a note, the zero result tells that there is none
	n := v.(int)
	return strconv.Itoa(n), true
}

func intoError(err *error) {
	if err == nil {
		_ = recover() // ok: a note, for the other branch keeps it
		return
	}
	if r := recover(); r != nil {
		*err = fmt.Errorf("panic: %v", r)
	}
}

func keptByPointer() (err error) {
	defer intoError(&err)
	work()
	return nil
}

func exit(quit chan bool) {
	defer func() { recover() }() // two may come here: the channel was closed before
	close(quit)
	work()
}

func afterDefers(send chan int, done func()) {
	defer done()
	defer work()
	defer helper() // ok: nothing is done before it
	for n := range send {
		if n < 0 {
			return
		}
	}
}

func inARecovery(f, report func()) {
	defer func() {
		if r := recover(); r != nil {
			defer func() { recover() }() // ok: a note, for the panic that counts is told of
			log.Print(r)
			report()
		}
	}()
	f()
}

func track(name string) func() {
	return func() {
		if r := recover(); r != nil {
			log.Print(name, r)
		}
	}
}

func neverCalled() {
	defer track("work") // want `track\(\) makes the function that recovers, and nothing calls that: defer track\(\)\(\) would`
	work()
}

func calledAtTheEnd() {
	defer track("work")()
	work()
}

func once(once *sync.Once) {
	finish := func() {
		if r := recover(); r != nil {
			log.Print(r)
		}
	}
	defer once.Do(finish) // want `recover\(\) in a function that the deferred once\.Do is given is one call too deep: it returns nil`
	work()
}

func served(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		next.ServeHTTP(w, r)
		defer func() { // want `this recover is deferred after the risky work: nothing that follows it can panic`
			if r := recover(); r != nil {
				log.Print(r)
			}
		}()
		log.Print("served")
	})
}

func unlockTwice(mu *sync.Mutex) {
	defer func() { // want `no recover catches what "unlock of unlocked mutex" names: the runtime ends the process`
		if r := recover(); r != nil {
			log.Print(r)
		}
	}()
	mu.Unlock()
}

// claimed is called by many at once. A concurrent map write is recovered, so that no lock is needed.
func claimed(m map[int]int) {
	defer func() { // want `no recover catches what this comment names: the runtime ends the process`
		if r := recover(); r != nil {
			log.Print(r)
		}
	}()
	m[1] = 1
}

// known may be called by one only: no recover helps against concurrent map writes.
func known(m map[int]int) {
	defer func() {
		if r := recover(); r != nil {
			log.Print(r)
		}
	}()
	m[1] = 1
}

// exitsOnPanic opts out of the recovery around it, so that the server isn't left in a deadlocked state.
func exitsOnPanic(run func()) {
	defer func() {
		if r := recover(); r != nil {
			log.Print(r)
		}
	}()
	run()
}

func preview(render func() string) string {
	defer func() {
		_ = recover() // want `the recovered panic is dropped`
	}()
	return render()
}

// checkAll runs all. A check that calls log.Fatal or os.Exit is recovered here, so that one does
// not end the others.
func checkAll(checks []func()) {
	for _, check := range checks {
		func() {
			defer func() { // want `no recover catches what this comment names: the runtime ends the process`
				if r := recover(); r != nil {
					log.Print(r)
				}
			}()
			check()
		}()
	}
}

func aborts(c *gin.Context) {
	defer func() {
		if r := recover(); r != nil { // want `the recovered panic is dropped`
			c.Abort()
		}
	}()
	c.Next()
}

func answersWithStatus(c *gin.Context) {
	defer func() {
		if r := recover(); r != nil {
			c.AbortWithStatus(500)
		}
	}()
	c.Next()
}

func saysThatAllIsWell(render func() error) (err error) {
	defer func() {
		if r := recover(); r != nil { // want `the recovered panic is dropped`
			err = nil
		}
	}()
	return render()
}

func keepsTheOriginal(text string, filters []func(string) string) (out string) {
	defer func() {
		if recover() != nil { // want `the recovered panic is dropped`
			out = text
		}
	}()
	out = text
	for _, filter := range filters {
		out = filter(out)
	}
	return out
}

func saysWhetherItWorked(text string, filters []func(string) string) (out string, ok bool) {
	defer func() {
		if recover() != nil {
			out, ok = text, false
		}
	}()
	for _, filter := range filters {
		text = filter(text)
	}
	return text, true
}

// zeroWhereItFails gives "" for what it cannot render, and has no error to give.
func zeroWhereItFails(text string, filters []func(string) string) (out string) {
	defer func() {
		if r := recover(); r != nil {
			out = ""
		}
	}()
	for _, filter := range filters {
		text = filter(text)
	}
	return text
}

func zeroWithoutError(text string, filters []func(string) string) (out string, err error) {
	defer func() {
		if r := recover(); r != nil { // want `the recovered panic is dropped`
			out = ""
		}
	}()
	for _, filter := range filters {
		text = filter(text)
	}
	return text, nil
}
