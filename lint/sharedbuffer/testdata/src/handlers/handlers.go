package handlers

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand"
	"net/http"
	"sync"
)

func BadCapturedByHandler() {
	var buf bytes.Buffer
	http.HandleFunc("/bad", func(w http.ResponseWriter, r *http.Request) {
		buf.Reset() // want `buf \(bytes.Buffer\) is written by requests that run at the same time, without a common lock`
		fmt.Fprintf(&buf, "%s", r.URL)
		w.Write(buf.Bytes())
	})
}

func GoodBufferPerRequest() { // ok
	http.HandleFunc("/good", func(w http.ResponseWriter, r *http.Request) {
		var buf bytes.Buffer
		fmt.Fprintf(&buf, "%s", r.URL)
		w.Write(buf.Bytes())
	})
}

func BadMiddleware(next http.Handler) http.Handler {
	rng := rand.New(rand.NewSource(1))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if rng.Intn(10) == 0 { // want `rng \(rand.Rand\)`
			next.ServeHTTP(w, r)
		}
	})
}

func GoodMiddleware(next http.Handler) http.Handler { // ok
	var mu sync.Mutex
	rng := rand.New(rand.NewSource(1))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		mu.Lock()
		n := rng.Intn(10)
		mu.Unlock()
		if n == 0 {
			next.ServeHTTP(w, r)
		}
	})
}

type badServer struct{ buf bytes.Buffer }

func (s *badServer) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s.buf.Reset() // want `badServer.buf \(bytes.Buffer\)`
	json.NewEncoder(&s.buf).Encode(r.URL)
	s.buf.WriteTo(w)
}

type goodServer struct {
	mu  sync.Mutex
	buf bytes.Buffer
}

func (s *goodServer) ServeHTTP(w http.ResponseWriter, r *http.Request) { // ok
	s.mu.Lock()
	defer s.mu.Unlock()
	s.buf.Reset()
	json.NewEncoder(&s.buf).Encode(r.URL)
	s.buf.WriteTo(w)
}

var audit bytes.Buffer

func badHandler(w http.ResponseWriter, r *http.Request) {
	fmt.Fprintln(&audit, r.URL) // want `audit \(bytes.Buffer\)`
}

type api struct{ out *json.Encoder }

func (a *api) list(w http.ResponseWriter, r *http.Request) {
	a.out.Encode(r.URL) // want `api.out \(json.Encoder\)`
}

func BadMethodHandler(a *api) {
	http.HandleFunc("/list", a.list)
}

var header = bytes.NewBufferString("x")

func goodHandler(w http.ResponseWriter, r *http.Request) { // ok
	w.Write(header.Bytes())
}

var dice = rand.New(rand.NewSource(7))

func BadLiteralHandler() {
	http.HandleFunc("/dice", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprint(w, dice.Intn(6)) // want `dice \(rand.Rand\)`
	})
}
