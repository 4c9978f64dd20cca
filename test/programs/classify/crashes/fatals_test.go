package crashes

import (
	"bytes"
	"os"
	"runtime"
	"runtime/debug"
	"sync"
	"syscall"
	"testing"
	"time"
	"unsafe"
)

// TestMain outlives the tests a little, for what panics after them.
func TestMain(m *testing.M) {
	code := m.Run()
	if code == 0 {
		time.Sleep(100 * time.Millisecond)
	}
	os.Exit(code)
}

// P7
func (a *account) count(name string) { a.tags[name]++ }

func TestConcurrentMap(t *testing.T) {
	a := &account{tags: map[string]int{}}
	for range 8 {
		go func() {
			for {
				a.count("x")
			}
		}()
	}
	time.Sleep(10 * time.Second)
}

// P9
func TestUnlockOfUnlocked(t *testing.T) {
	var mu sync.Mutex
	mu.Unlock()
}

func TestRUnlockOfUnlocked(t *testing.T) {
	var mu sync.RWMutex
	mu.RUnlock()
}

// P10: only without -race and with -test.timeout=0
func TestDeadlock(t *testing.T) {
	var mu sync.Mutex
	mu.Lock()
	mu.Lock()
}

// P11
func TestTimeout(t *testing.T) {
	time.Sleep(10 * time.Second)
}

// P12
func deeper(n int) int { return deeper(n+1) + 1 }

func TestStackOverflow(t *testing.T) {
	debug.SetMaxStack(1 << 16)
	t.Log(deeper(0))
}

// P13
func TestOutOfMemory(t *testing.T) {
	var keep [][]byte
	for {
		keep = append(keep, make([]byte, 1<<45))
		runtime.KeepAlive(keep)
	}
}

// P16
func TestLogAfterTest(t *testing.T) {
	go func() {
		time.Sleep(20 * time.Millisecond)
		t.Log("late")
	}()
}

func TestExitInTest(t *testing.T) { os.Exit(0) }

func TestSetenvParallel(t *testing.T) {
	t.Setenv("A", "b")
	t.Parallel()
}

// P17
func TestMemoryFault(t *testing.T) {
	debug.SetPanicOnFault(false)
	address := uintptr(0xdead0000)
	t.Log(*(*int)(unsafe.Add(unsafe.Pointer(nil), address)))
}

// A buffer torn by two writers: a race that ends in an index panic.
func TestTornBuffer(t *testing.T) {
	var shared bytes.Buffer
	for range 8 {
		go func() {
			for {
				for range 100 {
					shared.WriteByte('x')
				}
				shared.Reset()
			}
		}()
	}
	time.Sleep(10 * time.Second)
}

// A signal alone
func TestSignal(t *testing.T) {
	_ = syscall.Kill(os.Getpid(), syscall.SIGQUIT)
	time.Sleep(time.Second)
}
