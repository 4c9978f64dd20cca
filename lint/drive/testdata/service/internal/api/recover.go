package api

import (
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"net/http"
	"runtime/debug"
	"strings"
	"sync"
	"time"

	"example.com/service/internal/codec"
	"example.com/service/pkg/safego"
)

//label:bad recovermisuse
func (s *Server) HandlePayment(w http.ResponseWriter, r *http.Request) {
	defer recover()
	var doc map[string]any
	if err := json.NewDecoder(r.Body).Decode(&doc); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	fmt.Fprintf(w, "%.2f\n", codec.Amount(doc))
}

//label:good
func (s *Server) HandlePaymentGuarded(w http.ResponseWriter, r *http.Request) {
	defer s.answerPanic(w, r)
	var doc map[string]any
	if err := json.NewDecoder(r.Body).Decode(&doc); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	fmt.Fprintf(w, "%.2f\n", codec.Amount(doc))
}

//label:good
func (s *Server) answerPanic(w http.ResponseWriter, r *http.Request) {
	if p := recover(); p != nil {
		s.panics.Add(1)
		s.log.Error("handler", "path", r.URL.Path, "panic", p)
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
}

func (s *Server) RecoverMiddleware(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		start := time.Now()
		defer func() {
			s.writePanic(w)
			s.log.Debug("served", "path", r.URL.Path, "took", time.Since(start))
		}()
		next.ServeHTTP(w, r)
	})
}

//label:bad recovermisuse
func (s *Server) writePanic(w http.ResponseWriter) {
	if p := recover(); p != nil {
		s.log.Error("panic", "value", p, "stack", string(debug.Stack()))
		w.WriteHeader(http.StatusInternalServerError)
	}
}

//label:good
func (s *Server) RecoverMiddlewareRight(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			p := recover()
			if p == nil {
				return
			}
			if err, ok := p.(error); ok && errors.Is(err, http.ErrAbortHandler) {
				panic(p)
			}
			s.log.Error("panic", "value", p, "stack", string(debug.Stack()))
			w.WriteHeader(http.StatusInternalServerError)
		}()
		next.ServeHTTP(w, r)
	})
}

//label:bad recovermisuse
func (s *Server) HandleQuote(w http.ResponseWriter, r *http.Request) {
	defer s.logPanicValue("quote", recover())
	parts := strings.Split(r.URL.Query().Get("pair"), "/")
	rec, err := s.store.Lookup(parts[0] + parts[1])
	if err != nil {
		http.Error(w, err.Error(), http.StatusNotFound)
		return
	}
	fmt.Fprintln(w, rec.Fields[0])
}

func (s *Server) logPanicValue(where string, p any) {
	if p != nil {
		s.log.Error("panic", "where", where, "value", p)
	}
}

//label:good
func (s *Server) HandleQuoteRight(w http.ResponseWriter, r *http.Request) {
	defer func() { s.notePanicValue("quote", recover()) }()
	parts := strings.Split(r.URL.Query().Get("pair"), "/")
	rec, err := s.store.Lookup(parts[0] + parts[1])
	if err != nil {
		http.Error(w, err.Error(), http.StatusNotFound)
		return
	}
	fmt.Fprintln(w, rec.Fields[0])
}

//label:good
func (s *Server) notePanicValue(where string, p any) {
	if p != nil {
		s.log.Error("panic", "where", where, "value", p)
	}
}

//label:missed recovermisuse
func (s *Server) applyPatch(body []byte) (err error) {
	var doc map[string]any
	if err := json.Unmarshal(body, &doc); err != nil {
		return err
	}
	target := doc["target"].(string)
	fields := doc["fields"].([]any)
	first := fields[0].(string)
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("malformed patch: %v", r)
		}
	}()
	return s.store.Insert(target, []string{first})
}

//label:good
func (s *Server) applyPatchLocked(body []byte) (err error) {
	var doc map[string]any
	if err := json.Unmarshal(body, &doc); err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("malformed patch: %v", r)
		}
	}()
	target := doc["target"].(string)
	first := doc["fields"].([]any)[0].(string)
	return s.store.Insert(target, []string{first})
}

//label:bad recovermisuse
func (s *Server) fanOutNotify(lines []string) {
	defer func() {
		if r := recover(); r != nil {
			s.log.Error("notify worker panicked", "panic", r)
		}
	}()
	var wg sync.WaitGroup
	for _, l := range lines {
		wg.Add(1)
		go func() {
			defer wg.Done()
			rec := codec.DecodeRecord(l)
			_ = s.store.Insert(rec.Parent.Key, rec.Fields)
		}()
	}
	wg.Wait()
}

//label:good
func (s *Server) fanOutNotifyBoth(lines []string) {
	defer safego.Recover("notify")
	var wg sync.WaitGroup
	for _, l := range lines {
		wg.Add(1)
		go func() {
			defer wg.Done()
			defer safego.Recover("notify line")
			rec := codec.DecodeRecord(l)
			_ = s.store.Insert(rec.Parent.Key, rec.Fields)
		}()
	}
	wg.Wait()
}

//label:bad recovermisuse
func (s *Server) HandleStats(w http.ResponseWriter, r *http.Request) {
	defer s.track("stats")
	rec, _ := s.store.Lookup(r.PathValue("key"))
	fmt.Fprintln(w, rec.Key, rec.Parent.Key, len(rec.Fields))
}

func (s *Server) track(name string) func() {
	start := time.Now()
	return func() {
		if p := recover(); p != nil {
			s.log.Error("panic", "name", name, "value", p)
		}
		s.log.Info("done", "name", name, "took", time.Since(start))
	}
}

//label:good
func (s *Server) HandleStatsTimed(w http.ResponseWriter, r *http.Request) {
	defer s.timed("stats")()
	rec, _ := s.store.Lookup(r.PathValue("key"))
	fmt.Fprintln(w, rec.Key, rec.Parent.Key, len(rec.Fields))
}

//label:good
func (s *Server) timed(name string) func() {
	start := time.Now()
	return func() {
		if p := recover(); p != nil {
			s.log.Error("panic", "name", name, "value", p)
		}
		s.log.Info("done", "name", name, "took", time.Since(start))
	}
}

//label:bad recovermisuse
func (s *Server) renderRow(w http.ResponseWriter, doc map[string]any) {
	defer func() {
		if r := recover(); r != nil {
			return
		}
	}()
	cols := doc["cols"].([]any)
	for i := range cols {
		fmt.Fprintf(w, "%s\t", cols[i].(string))
	}
	fmt.Fprintln(w)
}

//label:good
func amountOf(doc map[string]any) (v float64, ok bool) {
	defer func() {
		if recover() != nil {
			v, ok = 0, false
		}
	}()
	return codec.Amount(doc), true
}

func (s *Server) rememberAll(keys []string) {
	var wg sync.WaitGroup
	for _, k := range keys {
		wg.Add(1)
		go s.remember(&wg, k)
	}
	wg.Wait()
}

//label:bad recovermisuse
func (s *Server) remember(wg *sync.WaitGroup, key string) {
	defer wg.Done()
	// two requests may write at once: recover from "concurrent map writes"
	// instead of taking the lock on the hot path
	defer func() {
		if r := recover(); r != nil {
			log.Printf("lost a concurrent map write of %s: %v", key, r)
		}
	}()
	s.seen[key] = time.Now()
}

//label:good
func (s *Server) noteAll(lines []string) {
	var wg sync.WaitGroup
	for _, l := range lines {
		wg.Add(1)
		go s.noteSeen(&wg, l)
	}
	wg.Wait()
}

//label:good
func (s *Server) noteSeen(wg *sync.WaitGroup, line string) {
	defer wg.Done()
	// a concurrent map write would be fatal, so the lock guards the map; the
	// recover is for the decoder
	defer func() {
		if r := recover(); r != nil {
			log.Printf("bad line %q: %v", line, r)
		}
	}()
	rec := codec.DecodeRecord(line)
	s.mu.Lock()
	s.seen[rec.Key] = time.Now()
	s.mu.Unlock()
}

//label:bad recovermisuse
func (s *Server) HandleStream(w http.ResponseWriter, r *http.Request) {
	var once sync.Once
	finish := func() {
		if p := recover(); p != nil {
			s.log.Error("stream", "panic", p)
		}
		s.inflight.Done()
	}
	s.inflight.Add(1)
	defer once.Do(finish)
	dec := json.NewDecoder(r.Body)
	for dec.More() {
		var doc map[string]any
		if err := dec.Decode(&doc); err != nil {
			return
		}
		fmt.Fprintf(w, "%.2f\n", codec.Amount(doc))
	}
}

//label:good
func (s *Server) HandleStreamDirect(w http.ResponseWriter, r *http.Request) {
	finish := func() {
		if p := recover(); p != nil {
			s.log.Error("stream", "panic", p)
		}
		s.inflight.Done()
	}
	s.inflight.Add(1)
	defer finish()
	dec := json.NewDecoder(r.Body)
	for dec.More() {
		var doc map[string]any
		if err := dec.Decode(&doc); err != nil {
			return
		}
		fmt.Fprintf(w, "%.2f\n", codec.Amount(doc))
	}
}
