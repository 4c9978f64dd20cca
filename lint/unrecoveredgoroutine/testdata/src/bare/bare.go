// Package bare shows no evidence: everything stays a note, or is not named.
package bare

import (
	"context"
	"fmt"
	"os"
	"sync"
	"time"
)

var list []int

type server struct {
	mu      sync.Mutex
	hooks   []func()
	queue   chan int
	closed  chan struct{}
	entries []string
}

func plain() {
	go func() { _ = list[0] }() // note
}

func (s *server) drain() {
	go func() { // note
		for range s.queue {
			s.entries = s.entries[1:]
		}
	}()
}

func failFast(path string) {
	go func() { // note
		if _, err := os.ReadFile(path); err != nil {
			panic(err)
		}
	}()
}

func handedIn(f func()) {
	go f() // note
}

func asParameter(f func(int)) {
	for i := range 3 {
		go func() { f(i) }() // note
	}
}

func callers() {
	handedIn(func() { _ = list[1] }) // ok: reported where the goroutine starts
}

func closedElsewhere() {
	ch := make(chan int)
	go func() { ch <- 1 }() // note
	close(ch)
}

func waits(ctx context.Context, wg *sync.WaitGroup, cancel context.CancelFunc) {
	go wg.Wait() // ok
	go cancel()  // ok
	go func() {  // ok
		defer wg.Done()
		select {
		case <-ctx.Done():
		case <-time.After(time.Second):
			fmt.Println("late")
		}
	}()
}

func errorsOut(run func() error) {
	errs := make(chan error, 1)
	go func() { errs <- run() }() // note
}

// crash lets it crash: fail-fast is what its users want.
func crash() { _ = list[2] }

func onPurpose() {
	go crash() // ok
}

func rethrows() {
	go func() { // ok: reports, and panics again
		defer func() {
			if r := recover(); r != nil {
				fmt.Println(r)
				panic(r)
			}
		}()
		_ = list[3]
	}()
}

func perItem(items chan int) {
	go func() { // ok: each item is recovered
		for i := range items {
			func() {
				defer func() {
					if r := recover(); r != nil {
						fmt.Println(r)
					}
				}()
				_ = list[i]
			}()
		}
	}()
}

func closure() {
	work := func() { _ = list[1] }
	go work() // note
}

type clock interface{ Start() }

func method(c clock) {
	go c.Start() // note
}

func generic[T any](items []T) {
	go func() { _ = items[0] }() // note
}

func instance() { go generic([]int{1}) } // ok: what it starts is judged there

func rangeFunc(seq func(yield func(int) bool)) {
	go func() { // note
		for i := range seq {
			_ = list[i]
		}
	}()
}
