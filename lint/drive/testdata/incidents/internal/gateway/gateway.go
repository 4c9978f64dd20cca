// Package gateway is the HTTP and TCP front.
package gateway

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"math/rand"
	"net"
	"net/http"
	"strings"
	"sync"
	"time"

	"example.com/incidents/internal/safego"
)

var jitter = rand.New(rand.NewSource(42))

// ServeRetry tells the client when to come again.
//
//label:bad sharedbuffer
func ServeRetry(w http.ResponseWriter, r *http.Request) {
	secs := 1 + jitter.Intn(30)
	w.Header().Set("Retry-After", fmt.Sprint(secs))
	w.WriteHeader(http.StatusServiceUnavailable)
}

type Greeter struct {
	scratch bytes.Buffer
}

//label:bad sharedbuffer
func (g *Greeter) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	g.scratch.Reset()
	g.scratch.WriteString("hello ")
	g.scratch.WriteString(r.URL.Query().Get("name"))
	w.Write(g.scratch.Bytes())
}

var bufPool = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// ServeEcho has a buffer from the pool for the time of the request.
//
//label:good
func ServeEcho(w http.ResponseWriter, r *http.Request) {
	b := bufPool.Get().(*bytes.Buffer)
	b.Reset()
	defer bufPool.Put(b)
	if _, err := io.Copy(b, io.LimitReader(r.Body, 1<<16)); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	w.Write(b.Bytes())
}

// API serves requests.
type API struct {
	hits     chan string
	sessions map[string]*session
	mu       sync.Mutex
	ln       net.Listener
	srv      *http.Server
	next     http.Handler
	onExpire func(id string)
}

type session struct {
	seen  time.Time
	trail []string
}

// ServeHit notes who came.
//
//label:bad unrecoveredgoroutine
func (a *API) ServeHit(w http.ResponseWriter, r *http.Request) {
	hdr := r.Header.Clone()
	go func() {
		via := hdr["X-Forwarded-For"][0]
		client := strings.Split(via, ", ")[0]
		agent := strings.Fields(hdr.Get("User-Agent"))[0]
		a.hits <- client + " " + agent
	}()
	w.WriteHeader(http.StatusNoContent)
}

// Accept serves the binary protocol.
//
//label:bad unrecoveredgoroutine
func (a *API) Accept() error {
	for {
		c, err := a.ln.Accept()
		if err != nil {
			return err
		}
		go a.serveConn(c)
	}
}

func (a *API) serveConn(c net.Conn) {
	defer c.Close()
	buf := make([]byte, 512)
	for {
		n, err := c.Read(buf)
		if err != nil {
			return
		}
		size := int(buf[0])
		body := buf[1:n][:size]
		key, val := body[:body[0]], body[body[0]:]
		fmt.Fprintf(c, "%s=%s\n", key, val)
	}
}

// ShutdownOn ends the server with ctx.
//
//label:good
func (a *API) ShutdownOn(ctx context.Context) {
	go func() {
		<-ctx.Done()
		sctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		if err := a.srv.Shutdown(sctx); err != nil {
			log.Printf("gateway: shutdown: %v", err)
		}
	}()
}

// ListenAndWait serves until it fails or ctx ends.
//
//label:good
func (a *API) ListenAndWait(ctx context.Context) error {
	errc := make(chan error, 1)
	go func() { errc <- a.srv.Serve(a.ln) }()
	select {
	case err := <-errc:
		if errors.Is(err, http.ErrServerClosed) {
			return nil
		}
		return err
	case <-ctx.Done():
		return a.srv.Close()
	}
}

//label:bad workerloop
func (a *API) StartReaper(every time.Duration) {
	safego.Go("reaper", func() {
		t := time.NewTicker(every)
		defer t.Stop()
		for now := range t.C {
			a.mu.Lock()
			for id, s := range a.sessions {
				if now.Sub(s.seen) > time.Hour {
					delete(a.sessions, id)
					log.Printf("gateway: %s left from %s", id, s.trail[len(s.trail)-1])
					a.onExpire(id)
				}
			}
			a.mu.Unlock()
		}
	})
}

//label:good
func (a *API) StartSweeper(ctx context.Context) {
	go a.sweepLoop(ctx)
}

//label:good
func (a *API) sweepLoop(ctx context.Context) {
	t := time.NewTicker(time.Minute)
	defer t.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case now := <-t.C:
			a.sweepOnce(now)
		}
	}
}

//label:good
func (a *API) sweepOnce(now time.Time) {
	defer safego.Recover("sweep")
	a.mu.Lock()
	defer a.mu.Unlock()
	for id, s := range a.sessions {
		if now.Sub(s.seen) > time.Hour {
			a.onExpire(id + "@" + s.trail[0])
			delete(a.sessions, id)
		}
	}
}

//label:good
func (a *API) AcceptGuarded() error {
	for {
		c, err := a.ln.Accept()
		if err != nil {
			return err
		}
		go a.guardConn(c)
	}
}

//label:good
func (a *API) guardConn(c net.Conn) {
	defer c.Close()
	defer func() {
		if r := recover(); r != nil {
			log.Printf("gateway: connection %s: %v", c.RemoteAddr(), r)
		}
	}()
	buf := make([]byte, 512)
	n, err := c.Read(buf)
	if err != nil {
		return
	}
	body := buf[1:n][:buf[0]]
	c.Write(body)
}

//label:bad recovermisuse
func (a *API) ServeTrail(w http.ResponseWriter, r *http.Request) {
	defer recover()
	a.mu.Lock()
	defer a.mu.Unlock()
	s := a.sessions[r.URL.Query().Get("id")]
	fmt.Fprintln(w, s.trail[len(s.trail)-1])
}

//label:bad recovermisuse
func (a *API) NotifyExpired(ids []string) {
	var wg sync.WaitGroup
	for _, id := range ids {
		wg.Add(1)
		go func() {
			defer func() {
				recover()
				wg.Done()
			}()
			a.onExpire(id)
		}()
	}
	wg.Wait()
}

//label:good
func (a *API) Recovering(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			p := recover()
			if p == nil {
				return
			}
			if p == http.ErrAbortHandler {
				panic(p)
			}
			log.Printf("gateway: %s %s: %v", r.Method, r.URL.Path, p)
			http.Error(w, "internal error", http.StatusInternalServerError)
		}()
		next.ServeHTTP(w, r)
	})
}

//label:good
func (a *API) ServeSafeTrail(w http.ResponseWriter, r *http.Request) {
	defer safego.Recover("trail")
	a.mu.Lock()
	defer a.mu.Unlock()
	s := a.sessions[r.URL.Query().Get("id")]
	fmt.Fprintln(w, s.trail[0])
}
