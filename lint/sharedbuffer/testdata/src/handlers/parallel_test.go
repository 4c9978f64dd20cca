package handlers

import (
	"bytes"
	"fmt"
	"math/rand"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

func TestBadSubtests(t *testing.T) {
	var buf bytes.Buffer
	for _, name := range []string{"a", "b"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			buf.WriteString(name) // want `buf \(bytes.Buffer\)`
		})
	}
}

func TestGoodSubtests(t *testing.T) { // ok
	for _, name := range []string{"a", "b"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var buf bytes.Buffer
			buf.WriteString(name)
		})
	}
}

func TestGoodSerialSubtests(t *testing.T) { // ok
	var buf bytes.Buffer
	for _, name := range []string{"a", "b"} {
		t.Run(name, func(t *testing.T) { buf.WriteString(name) })
	}
	if buf.Len() != 2 {
		t.Fatal(buf.String())
	}
}

func BenchmarkBad(b *testing.B) {
	var sb strings.Builder
	b.RunParallel(func(pb *testing.PB) {
		for pb.Next() {
			sb.WriteByte('x') // want `sb \(strings.Builder\)`
		}
	})
}

func BenchmarkGood(b *testing.B) { // ok
	b.RunParallel(func(pb *testing.PB) {
		var sb strings.Builder
		for pb.Next() {
			sb.WriteByte('x')
		}
	})
}

var log bytes.Buffer

func TestBadOne(t *testing.T) {
	t.Parallel()
	log.WriteString("one")
}

func TestBadTwo(t *testing.T) {
	t.Parallel()
	log.WriteString("two") // want `log \(bytes.Buffer\)`
}

func TestGoodHandlerOfOneClient(t *testing.T) { // ok
	var buf bytes.Buffer
	h := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(&buf, r.URL) })
	h.ServeHTTP(httptest.NewRecorder(), httptest.NewRequest("GET", "/", nil))
	if buf.Len() == 0 {
		t.Fatal("not served")
	}
}

func TestGoodOwnRandom(t *testing.T) { // ok
	roll := func(r *rand.Rand) int { return r.Intn(6) }
	for _, name := range []string{"a", "b"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			r := rand.New(rand.NewSource(1))
			t.Log(roll(r))
		})
	}
}
