// Package claims holds recovers of what cannot be recovered.
package claims

import (
	"fmt"
	"log"
	"os"
	"runtime/debug"
	"strings"
	"sync"
)

var cache = map[string]int{}

//label:bad recovermisuse
func ConcurrentMap(keys []string) {
	var wg sync.WaitGroup
	for _, key := range keys {
		wg.Add(1)
		go func() {
			defer wg.Done()
			// two goroutines may write the map at once: recover keeps us alive
			defer func() {
				if r := recover(); r != nil {
					log.Println("recovered from concurrent map writes:", r)
				}
			}()
			cache[key]++
		}()
	}
	wg.Wait()
}

//label:bad recovermisuse
func MatchesText(fn func()) {
	defer func() {
		if r := recover(); r != nil {
			if strings.Contains(fmt.Sprint(r), "concurrent map writes") {
				log.Println("map race, going on")
				return
			}
			panic(r)
		}
	}()
	fn()
}

//label:bad recovermisuse
func FromExit(code int) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("exit: %v", r)
		}
	}()
	os.Exit(code)
	return nil
}

//label:bad recovermisuse
func FromFatal(path string) (err error) {
	// log.Fatal must not end the server
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("fatal: %v", r)
		}
	}()
	if _, e := os.Stat(path); e != nil {
		log.Fatal(e)
	}
	return nil
}

//label:bad recovermisuse
func StackOverflow(depth int) {
	defer func() {
		if r := recover(); r != nil {
			log.Println("recovered from stack overflow", r)
		}
	}()
	StackOverflow(depth + 1)
}

//label:bad recovermisuse
func UnlockTwice(mu *sync.Mutex) {
	defer func() {
		if r := recover(); r != nil {
			log.Println("unlock of unlocked mutex, ignored", r)
		}
	}()
	mu.Unlock()
}

//label:good
func FatalAfterRecover(fn func()) {
	defer func() {
		if r := recover(); r != nil {
			log.Fatalf("panic: %v\n%s", r, debug.Stack())
		}
	}()
	fn()
}

//label:good
func LogPanic(path string) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%v", r)
		}
	}()
	if path == "" {
		log.Panic("no path")
	}
	return nil
}

//label:good
func MapUnderLock(mu *sync.Mutex, key string, fn func() int) {
	defer func() {
		if r := recover(); r != nil {
			log.Println("panic in callback", r)
		}
	}()
	n := fn()
	mu.Lock()
	defer mu.Unlock()
	cache[key] = n
}

//label:good
func ExitAfterCleanup(fn func() int) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Fprintln(os.Stderr, "crashed:", r)
			os.Exit(2)
		}
	}()
	os.Exit(fn())
}
