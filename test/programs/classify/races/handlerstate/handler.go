// Package handlerstate (R20): every request changes the same handler.
package handlerstate

import (
	"fmt"
	"net/http"
	"time"
)

// Greeter counts visitors.
type Greeter struct {
	last string
}

// ServeHTTP remembers the last visitor.
func (g *Greeter) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	time.Sleep(10 * time.Millisecond) // asks a database
	g.last = r.URL.Query().Get("name")
	fmt.Fprintln(w, "hello", g.last)
}
