// Package handlerstate (R20): every request changes the same handler.
package handlerstate

import (
	"fmt"
	"net/http"
)

// Greeter knows the last visitor.
type Greeter struct {
	lookUp func()
	last   string
}

// ServeHTTP remembers the last visitor.
func (g *Greeter) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	g.lookUp()
	g.last = r.URL.Query().Get("name")
	fmt.Fprintln(w, "hello", g.last)
}
