// Package dice keeps a generator for all that call it.
package dice

import (
	"math/rand"
	"net/http"
	"strconv"
	"sync"
)

var (
	plain   = rand.New(rand.NewSource(1))
	served  = rand.New(rand.NewSource(2))
	guarded = rand.New(rand.NewSource(3))
	mu      sync.Mutex
)

//label:note
func Roll() int { return plain.Intn(6) }

//label:bad sharedbuffer
func Serve(w http.ResponseWriter, r *http.Request) {
	_, _ = w.Write([]byte(strconv.Itoa(served.Intn(6))))
}

//label:good
func Guarded() int {
	mu.Lock()
	defer mu.Unlock()
	return guarded.Intn(6)
}
