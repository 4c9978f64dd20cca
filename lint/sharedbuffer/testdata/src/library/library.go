// Package library starts no goroutine: its callers do.
package library

import (
	"bufio"
	"bytes"
	"math/rand"
	"os"
	"sync"
)

var dice = rand.New(rand.NewSource(1))

// NoteRoll may be called by several goroutines, and nothing shows that it is.
func NoteRoll() int { return dice.Intn(6) }

var (
	mu    sync.Mutex
	coins = rand.New(rand.NewSource(2))
	notes bytes.Buffer
)

func GoodToss() bool { // ok
	mu.Lock()
	defer mu.Unlock()
	return coins.Intn(2) == 0
}

func GoodGlobal() int { return rand.Intn(6) } // ok

func GoodLength() int { return notes.Len() } // ok

var input = bufio.NewReader(os.Stdin)

// Ask waits for what a person types.
func Ask() (string, error) { // ok: one question at a time
	return input.ReadString('\n')
}

var seeds = rand.New(rand.NewSource(3))

// Version is what the package itself asks for once.
func Version() int { return seeds.Intn(100) } // ok: only variables are made of it

// Newest is one of them.
var Newest = Version()
