// Cases dies in the way its argument names.
package main

import (
	"errors"
	"fmt"
	"os"
	"runtime"
	"runtime/debug"
	"sync"
	"sync/atomic"
	"syscall"
	"time"
	"unsafe"
)

type code int

type pair struct{ a, b int }

type stringer interface{ String() string }

var (
	nilMap   map[string]int
	nilPair  *pair
	zero     int
	numbers      = []int{1, 2, 3}
	anything any = "text"
)

var cases = map[string]func(){
	"nil-map":      func() { nilMap["a"] = 1 },
	"nil-deref":    func() { fmt.Println(nilPair.b) },
	"slice":        func() { fmt.Println(numbers[2 : zero+1]) },
	"conversion":   func() { _ = anything.(stringer) },
	"divide":       func() { fmt.Println(1 / zero) },
	"makeslice":    func() { fmt.Println(len(make([]int, zero-1))) },
	"closed-send":  func() { c := make(chan int, 1); close(c); c <- 1 },
	"closed-close": func() { c := make(chan int); close(c); close(c) },
	"nil-close":    func() { var c chan int; close(c) },
	"waitgroup":    func() { var wg sync.WaitGroup; wg.Done() },
	"unhashable":   func() { m := map[any]int{}; m[numbers] = 1 },
	"nil-value":    func() { panic(nil) },
	"number":       func() { panic(code(7)) },
	"struct":       func() { panic(pair{1, 2}) },
	"error":        func() { panic(fmt.Errorf("load: %w", errors.New("no such file"))) },
	"lines":        func() { panic("one\n\ngoroutine 99 [running]:\nmain.fake()\n\t/fake.go:1 +0x1\npanic: two") },
	"nested":       func() { defer func() { panic("second") }(); panic("first") },
	"repanicked":   func() { defer func() { panic(recover()) }(); panic("same") },
	"other-value":  func() { defer func() { panic(fmt.Sprint("wrapped: ", recover())) }(); var s []int; _ = s[zero] },
	"iterator": func() {
		for range bad {
			break
		}
	},
	"goroutine":  func() { go func() { panic("in goroutine") }(); time.Sleep(time.Second) },
	"recovered":  func() { recoverAndLog() },
	"map-writes": func() { concurrentMap() },
	"deadlock":   func() { var mu sync.Mutex; mu.Lock(); mu.Lock() },
	"goexit":     func() { runtime.Goexit() },
	"unlock":     func() { var mu sync.Mutex; mu.Unlock() },
	"rwunlock":   func() { var mu sync.RWMutex; mu.RUnlock() },
	"overflow":   func() { debug.SetMaxStack(1 << 14); fmt.Println(recurse(1)) },
	"checkptr":   func() { b := make([]byte, 16); fmt.Println(*(**int)(unsafe.Pointer(&b[1]))) },
	"fault": func() {
		debug.SetPanicOnFault(false)
		fmt.Println(*(*int)(unsafe.Pointer(uintptr(0xdead0000 + uintptr(zero)))))
	},
	"memory": func() { _ = make([]byte, 1<<46) },
	"quit": func() {
		go parked()
		time.Sleep(10 * time.Millisecond)
		syscall.Kill(os.Getpid(), syscall.SIGQUIT)
		time.Sleep(time.Second)
	},
	"abort": func() { syscall.Kill(os.Getpid(), syscall.SIGABRT); time.Sleep(time.Second) },
	"race":  func() { race() },
}

func bad(yield func() bool) { yield(); yield() }

func recurse(n int) int { return recurse(n+1) + 1 }

func parked() { select {} }

func recoverAndLog() {
	defer func() {
		if r := recover(); r != nil {
			fmt.Fprintf(os.Stderr, "%s recovered from panic: %v\n%s", time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC).Format("2006/01/02 15:04:05"), r, debug.Stack())
			fmt.Fprintln(os.Stderr, "still serving")
		}
	}()
	nilMap["a"] = 1
}

func concurrentMap() {
	m := map[int]int{}
	var stop atomic.Bool
	for range 4 {
		go func() {
			for i := 0; !stop.Load(); i++ {
				m[i%8] = i
			}
		}()
	}
	time.Sleep(5 * time.Second)
	stop.Store(true)
}

func race() {
	n := 0
	done := make(chan bool)
	go func() { n++; done <- true }()
	n++
	<-done
}

func main() {
	cases[os.Args[1]]()
}
