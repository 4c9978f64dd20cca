// Server survives a panic of one of its handlers.
package main

import (
	"net/http"
	"net/http/httptest"
)

func main() {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var a []int
		_ = a[len(r.URL.Path)]
	}))
	defer server.Close()
	http.Get(server.URL)
}
