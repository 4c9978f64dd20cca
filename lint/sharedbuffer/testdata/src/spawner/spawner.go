// Package spawner leaves goroutines running for its callers.
package spawner

import (
	"io"
	"sync"
)

// Go runs f beside the caller.
func Go(f func()) { // ok
	go func() {
		defer func() { _ = recover() }()
		f()
	}()
}

// Copy copies beside the caller.
func Copy(w io.Writer, r io.Reader) { go io.Copy(w, r) } // ok

// Do runs f and waits.
func Do(f func()) { // ok
	var wg sync.WaitGroup
	wg.Add(1)
	go func() { defer wg.Done(); f() }()
	wg.Wait()
}

// Group waits for what it started.
type Group struct{ wg sync.WaitGroup }

// Go runs f beside the caller.
func (g *Group) Go(f func()) { // ok
	g.wg.Add(1)
	go func() { defer g.wg.Done(); f() }()
}

// Wait returns when all are over.
func (g *Group) Wait() { g.wg.Wait() }

// Writer hands what it is given to a goroutine that writes it.
type Writer struct {
	lines chan string
	done  chan struct{}
}

// NewWriter starts a goroutine that writes to w until Close.
func NewWriter(w io.Writer) Writer {
	made := Writer{make(chan string), make(chan struct{})}
	go func() {
		defer close(made.done)
		for line := range made.lines {
			io.WriteString(w, line)
		}
	}()
	return made
}

// Print writes later.
func (w Writer) Print(line string) { w.lines <- line }

// Close waits until all is written.
func (w Writer) Close() {
	close(w.lines)
	<-w.done
}

// Each runs f on a goroutine for each number, and waits.
func Each(n int, f func(int)) { // ok
	var wg sync.WaitGroup
	for i := range n {
		wg.Add(1)
		go func() { defer wg.Done(); f(i) }()
	}
	wg.Wait()
}

// EachInTurn is Each, one call of f at a time.
func EachInTurn(n int, f func(int)) { // ok
	var mu sync.Mutex
	each := func(i int) {
		mu.Lock()
		defer mu.Unlock()
		f(i)
	}
	Each(n, each)
}
