// Package web answers requests.
package web

import (
	"context"
	"encoding/json"
	"fmt"
	"log"
	"net/http"
	"os"
	"runtime/debug"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"
)

type payload struct {
	IDs  []string
	Meta map[string]any
}

// Auditor records what happened.
type Auditor interface{ Record(p *payload) }

// Server answers requests.
type Server struct {
	auditor Auditor
	render  func(*payload) string
}

func (s *Server) audit(p *payload) {
	s.auditor.Record(p)
	log.Println(p.IDs[0], p.Meta["user"].(string))
}

// Routes returns the handlers.
func (s *Server) Routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/a", s.StartsBare)
	mux.HandleFunc("/b", s.StartsSafe)
	mux.HandleFunc("/c", s.Risky)
	mux.HandleFunc("/d", s.Group)
	mux.HandleFunc("/e", s.Timer)
	mux.HandleFunc("/f", s.Inner)
	mux.Handle("/g", http.HandlerFunc(s.WaitGroup))
	mux.HandleFunc("/h", func(w http.ResponseWriter, r *http.Request) { s.viaHelper(r) })
	mux.HandleFunc("/i", s.Cancels)
	mux.HandleFunc("/j", s.GroupSafe)
	mux.HandleFunc("/k", s.Waits)
	return Recovery(mux)
}

// Recovery is a middleware.
//
//label:good
func Recovery(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			if v := recover(); v != nil {
				if v == http.ErrAbortHandler {
					panic(v)
				}
				log.Printf("%s: %v\n%s", r.URL.Path, v, debug.Stack())
				http.Error(w, "internal error", http.StatusInternalServerError)
			}
		}()
		next.ServeHTTP(w, r)
	})
}

// DeepRecovery is a middleware that recovers nothing.
//
//label:bad recovermisuse
func DeepRecovery(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() { answer(w, r) }()
		next.ServeHTTP(w, r)
	})
}

func answer(w http.ResponseWriter, r *http.Request) {
	if v := recover(); v != nil {
		log.Printf("%s: %v", r.URL.Path, v)
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
}

// HelperRecovery is a middleware.
//
//label:good
func HelperRecovery(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer answer(w, r)
		next.ServeHTTP(w, r)
	})
}

// SilentRecovery is a middleware that hides every panic.
//
//label:bad recovermisuse
func SilentRecovery(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() { _ = recover() }()
		next.ServeHTTP(w, r)
	})
}

// OuterRecovery defers where the middleware is built, not where it runs.
//
//label:bad recovermisuse
func OuterRecovery(next http.Handler) http.Handler {
	defer func() {
		if v := recover(); v != nil {
			log.Println("handler:", v)
		}
	}()
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		next.ServeHTTP(w, r)
	})
}

// Timeout runs the handler on another goroutine.
//
//label:bad unrecoveredgoroutine
func Timeout(next http.Handler, d time.Duration) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		done := make(chan struct{})
		go func() {
			defer close(done)
			next.ServeHTTP(w, r)
		}()
		select {
		case <-done:
		case <-time.After(d):
			w.WriteHeader(http.StatusGatewayTimeout)
		}
	})
}

// TimeoutSafe runs the handler on another goroutine and hands its panic on.
//
//label:good
func TimeoutSafe(next http.Handler, d time.Duration) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		done := make(chan any, 1)
		go func() {
			defer func() { done <- recover() }()
			next.ServeHTTP(w, r)
		}()
		select {
		case v := <-done:
			if v != nil {
				panic(v)
			}
		case <-time.After(d):
			w.WriteHeader(http.StatusGatewayTimeout)
		}
	})
}

//label:bad unrecoveredgoroutine
func (s *Server) StartsBare(w http.ResponseWriter, r *http.Request) {
	var p payload
	_ = json.NewDecoder(r.Body).Decode(&p)
	go s.audit(&p)
	w.WriteHeader(http.StatusAccepted)
}

//label:good
func (s *Server) StartsSafe(w http.ResponseWriter, r *http.Request) {
	var p payload
	_ = json.NewDecoder(r.Body).Decode(&p)
	go func() {
		defer func() {
			if v := recover(); v != nil {
				log.Println("audit:", v)
			}
		}()
		s.audit(&p)
	}()
	w.WriteHeader(http.StatusAccepted)
}

//label:good
func (s *Server) Risky(w http.ResponseWriter, r *http.Request) {
	var p payload
	_ = json.NewDecoder(r.Body).Decode(&p)
	fmt.Fprintln(w, p.IDs[0], s.render(&p))
}

//label:bad unrecoveredgoroutine
func (s *Server) Group(w http.ResponseWriter, r *http.Request) {
	g, ctx := errgroup.WithContext(r.Context())
	for _, id := range r.URL.Query()["id"] {
		g.Go(func() error { return s.load(ctx, id) })
	}
	if err := g.Wait(); err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
	}
}

//label:good
func (s *Server) GroupSafe(w http.ResponseWriter, r *http.Request) {
	g, ctx := errgroup.WithContext(r.Context())
	for _, id := range r.URL.Query()["id"] {
		g.Go(func() (err error) {
			defer func() {
				if v := recover(); v != nil {
					err = fmt.Errorf("load %s: %v", id, v)
				}
			}()
			return s.load(ctx, id)
		})
	}
	if err := g.Wait(); err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
	}
}

func (s *Server) load(ctx context.Context, id string) error {
	p := &payload{IDs: []string{id}}
	log.Println(s.render(p), p.Meta[id].(int))
	return ctx.Err()
}

//label:bad unrecoveredgoroutine
func (s *Server) Timer(w http.ResponseWriter, r *http.Request) {
	p := &payload{IDs: r.URL.Query()["id"]}
	time.AfterFunc(time.Second, func() { s.audit(p) })
	w.WriteHeader(http.StatusAccepted)
}

//label:bad unrecoveredgoroutine
func (s *Server) Inner(w http.ResponseWriter, r *http.Request) {
	results := make(chan string)
	go func() {
		p := &payload{IDs: r.URL.Query()["id"]}
		results <- s.render(p) + p.IDs[0]
	}()
	fmt.Fprintln(w, <-results)
}

//label:bad unrecoveredgoroutine
func (s *Server) WaitGroup(w http.ResponseWriter, r *http.Request) {
	var wg sync.WaitGroup
	for _, id := range r.URL.Query()["id"] {
		wg.Go(func() { s.audit(&payload{IDs: []string{id}}) })
	}
	wg.Wait()
}

//label:bad unrecoveredgoroutine
func (s *Server) viaHelper(r *http.Request) {
	p := &payload{IDs: r.URL.Query()["id"]}
	go func() {
		log.Println(p.IDs[0], s.render(p))
	}()
}

//label:good
func (s *Server) Cancels(w http.ResponseWriter, r *http.Request) {
	ctx, cancel := context.WithCancel(r.Context())
	time.AfterFunc(time.Second, cancel)
	<-ctx.Done()
}

//label:good
func (s *Server) Waits(w http.ResponseWriter, r *http.Request) {
	var wg sync.WaitGroup
	done := make(chan struct{})
	go func() {
		wg.Wait()
		close(done)
	}()
	<-done
}

// Serve runs the server.
//
//label:good
func (s *Server) Serve(ctx context.Context, addr string) error {
	srv := &http.Server{Addr: addr, Handler: s.Routes()}
	errs := make(chan error, 1)
	go func() { errs <- srv.ListenAndServe() }()
	go func() {
		<-ctx.Done()
		_ = srv.Shutdown(context.Background())
	}()
	return <-errs
}

// FailFast starts what must not be contained.
//
//label:good
func (s *Server) FailFast(p *payload) {
	// no recover on purpose: a broken audit log must end the process
	go s.audit(p)
}

// Suppressed starts a goroutine.
//
//label:good
func (s *Server) Suppressed(w http.ResponseWriter, r *http.Request) {
	//race-audit:ignore unrecoveredgoroutine the auditor recovers on its own
	go s.audit(&payload{})
}

//label:good
func init() {
	defer func() {
		if v := recover(); v != nil {
			fmt.Fprintln(os.Stderr, v)
			os.Exit(1)
		}
	}()
}
