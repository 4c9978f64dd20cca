// Package crashes holds one test a crash pattern; each ends its process, so each is run in one of its own.
package crashes

import (
	"errors"
	"fmt"
	"iter"
	"log"
	"regexp"
	"strings"
	"sync"
	"testing"
	"unsafe"
)

type account struct {
	padding [4]int
	name    string
	tags    map[string]int
	rows    []int
	closed  chan int
}

var never *account

// P1
func TestNilDereference(t *testing.T) { t.Log(never.name) }

// P2
func (a *account) tag(name string) { a.tags[name] = 1 }

func TestNilMap(t *testing.T) { new(account).tag("new") }

// P3
func (a *account) row(index int) int { return a.rows[index] }

func TestIndexOutOfRange(t *testing.T) { t.Log((&account{rows: []int{1}}).row(5)) }

func TestSliceBounds(t *testing.T) {
	line, end := "short", 10
	t.Log(line[:end])
}

func TestSliceToArray(t *testing.T) {
	short := []byte{1, 2}
	t.Log([4]byte(short))
}

// P4
func TestTypeAssertion(t *testing.T) {
	var value any = 42
	t.Log(value.(string))
}

// P5
func TestSendOnClosedChannel(t *testing.T) {
	a := &account{closed: make(chan int, 1)}
	close(a.closed)
	a.closed <- 1
}

func TestCloseOfClosedChannel(t *testing.T) {
	done := make(chan struct{})
	close(done)
	close(done)
}

func TestCloseOfNilChannel(t *testing.T) {
	var done chan struct{}
	close(done)
}

// P6
func TestOwnGoroutine(t *testing.T) {
	wait := make(chan struct{})
	go func() {
		panic("order without customer")
	}()
	<-wait
}

func TestOwnGoroutineWithCause(t *testing.T) {
	wait := make(chan struct{})
	go func() {
		t.Log((&account{}).row(1))
	}()
	<-wait
}

// P8
func TestNegativeWaitGroup(t *testing.T) {
	var wg sync.WaitGroup
	wg.Done()
}

// P14
func TestDivideByZero(t *testing.T) {
	zero := len(never.list())
	t.Log(1 / zero)
}

func (a *account) list() []int { return nil }

func TestMakeSliceLength(t *testing.T) {
	length := -1 + len(never.list())
	t.Log(make([]int, length))
}

func TestNegativeRepeat(t *testing.T) { t.Log(strings.Repeat("x", -1+len(never.list()))) }

func TestNegativeShift(t *testing.T) {
	shift := -1 + len(never.list())
	t.Log(1 << shift)
}

// P15
func TestUnhashableKey(t *testing.T) {
	seen := map[any]bool{}
	var key any = []int{1}
	seen[key] = true
}

func TestUncomparable(t *testing.T) {
	var a, b any = []int{1}, []int{1}
	t.Log(a == b)
}

// P17
func TestCheckptr(t *testing.T) {
	data := make([]byte, 16)
	t.Log(*(*int64)(unsafe.Pointer(&data[1])))
	t.Log(*(**int)(unsafe.Pointer(&data[1])))
}

// P18
func TestRepanicked(t *testing.T) {
	defer func() {
		if r := recover(); r != nil {
			panic(fmt.Sprint("handler: ", r))
		}
	}()
	panic("no such order")
}

// P19
func mustHave(name string) string {
	panic(fmt.Errorf("%s: %w", name, errors.New("not configured")))
}

func TestExplicitError(t *testing.T) { t.Log(mustHave("DATABASE_URL")) }

func TestLogPanic(t *testing.T) { log.Panicf("cannot go on: %d", 7) }

func TestMustCompile(t *testing.T) { regexp.MustCompile("(") }

// P20
func numbers(yield func(int) bool) {
	yield(1)
	yield(2)
}

func TestIteratorContinued(t *testing.T) {
	for range numbers {
		break
	}
}

func TestPullTwice(t *testing.T) {
	var next func() (int, bool)
	next, stop := iter.Pull(func(yield func(int) bool) { next() })
	defer stop()
	next()
}

// P21
func TestPanicNil(t *testing.T) { panic(nil) }

// P22
type rude struct{}

func (rude) Error() string { panic("no text") }

func TestPanicWhilePrinting(t *testing.T) {
	wait := make(chan struct{})
	go func() { panic(rude{}) }()
	<-wait
}
