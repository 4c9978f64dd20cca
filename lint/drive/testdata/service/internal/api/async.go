package api

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"image"
	_ "image/png"
	"io"
	"net/http"
	"runtime/debug"
	"strconv"
	"strings"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"

	"example.com/service/internal/codec"
	"example.com/service/pkg/safego"
)

//label:bad unrecoveredgoroutine
func (s *Server) HandleWebhook(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(io.LimitReader(r.Body, 1<<20))
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	go s.forwardWebhook(r.Header.Get("X-Signature"), body)
	w.WriteHeader(http.StatusAccepted)
}

func (s *Server) forwardWebhook(sig string, body []byte) {
	digest := strings.Split(sig, "=")[1]
	var doc map[string]any
	if err := json.Unmarshal(body, &doc); err != nil {
		s.log.Warn("webhook", "err", err)
		return
	}
	repo := doc["repository"].(map[string]any)
	s.log.Info("push", "repo", repo["full_name"].(string), "digest", digest)
}

//label:good
func (s *Server) HandleWebhookSafe(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(io.LimitReader(r.Body, 1<<20))
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	sig := r.Header.Get("X-Signature")
	safego.Go("webhook", func() { s.forwardWebhookSafe(sig, body) })
	w.WriteHeader(http.StatusAccepted)
}

//label:good
func (s *Server) forwardWebhookSafe(sig string, body []byte) {
	digest := strings.Split(sig, "=")[1]
	var doc map[string]any
	if err := json.Unmarshal(body, &doc); err != nil {
		s.log.Warn("webhook", "err", err)
		return
	}
	repo := doc["repository"].(map[string]any)
	s.log.Info("push", "repo", repo["full_name"].(string), "digest", digest)
}

//label:bad unrecoveredgoroutine
func (s *Server) HandleImport(w http.ResponseWriter, r *http.Request) {
	var req struct{ Lines []string }
	if err := json.NewDecoder(r.Body).Decode(&req); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	g, _ := errgroup.WithContext(r.Context())
	g.SetLimit(8)
	for _, line := range req.Lines {
		g.Go(func() error {
			cols := strings.Split(line, "\t")
			qty, err := strconv.Atoi(cols[3])
			if err != nil {
				return err
			}
			return s.store.Insert(cols[0], []string{cols[1], strconv.Itoa(qty)})
		})
	}
	if err := g.Wait(); err != nil {
		http.Error(w, err.Error(), http.StatusUnprocessableEntity)
	}
}

//label:good
func (s *Server) HandleImportWrapped(w http.ResponseWriter, r *http.Request) {
	var req struct{ Lines []string }
	if err := json.NewDecoder(r.Body).Decode(&req); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	g, _ := errgroup.WithContext(r.Context())
	g.SetLimit(8)
	for _, line := range req.Lines {
		g.Go(safego.WrapErr("import", func() error {
			cols := strings.Split(line, "\t")
			qty, err := strconv.Atoi(cols[3])
			if err != nil {
				return err
			}
			return s.store.Insert(cols[0], []string{cols[1], strconv.Itoa(qty)})
		}))
	}
	if err := g.Wait(); err != nil {
		http.Error(w, err.Error(), http.StatusUnprocessableEntity)
	}
}

//label:bad unrecoveredgoroutine
func (s *Server) HandleFeed(w http.ResponseWriter, r *http.Request) {
	raw, err := io.ReadAll(r.Body)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	var wg sync.WaitGroup
	for _, line := range bytes.Split(raw, []byte("\n")) {
		wg.Go(func() {
			rec := codec.DecodeRecord(string(line))
			if err := s.store.Insert(rec.Key, rec.Fields); err != nil {
				s.log.Error("feed insert", "key", rec.Key, "err", err)
			}
		})
	}
	wg.Wait()
	fmt.Fprintln(w, "ok")
}

//label:good
func (s *Server) HandleFeedGuarded(w http.ResponseWriter, r *http.Request) {
	raw, err := io.ReadAll(r.Body)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	var wg sync.WaitGroup
	for _, line := range bytes.Split(raw, []byte("\n")) {
		wg.Go(func() {
			safego.Run("feed line", func() {
				rec := codec.DecodeRecord(string(line))
				if err := s.store.Insert(rec.Key, rec.Fields); err != nil {
					s.log.Error("feed insert", "key", rec.Key, "err", err)
				}
			})
		})
	}
	wg.Wait()
	fmt.Fprintln(w, "ok")
}

//label:bad unrecoveredgoroutine
func (s *Server) HandleUpload(w http.ResponseWriter, r *http.Request) {
	data, err := io.ReadAll(r.Body)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	name := r.URL.Query().Get("name")
	thumbnail := func() {
		img, _, _ := image.Decode(bytes.NewReader(data))
		b := img.Bounds()
		ratio := b.Dx() / b.Dy()
		_ = s.store.Insert(name, []string{strconv.Itoa(ratio)})
	}
	go thumbnail()
	w.WriteHeader(http.StatusAccepted)
}

//label:good
func (s *Server) HandleTouch(w http.ResponseWriter, r *http.Request) {
	key := r.URL.Query().Get("key")
	if key == "" {
		http.Error(w, "key missing", http.StatusBadRequest)
		return
	}
	done := make(chan struct{})
	var size int
	go func() {
		defer close(done)
		n, err := io.Copy(io.Discard, r.Body)
		if err == nil {
			size = int(n)
		}
	}()
	<-done
	fmt.Fprintf(w, "%s %d\n", key, size)
}

// Resolver computes one field of an answer.
type Resolver func(ctx context.Context, args map[string]any) (any, error)

//label:bad unrecoveredgoroutine
func (s *Server) resolveAll(ctx context.Context, fields []string, reg map[string]Resolver, args map[string]any) []any {
	out := make([]any, len(fields))
	var wg sync.WaitGroup
	for i, f := range fields {
		wg.Add(1)
		go func() {
			defer wg.Done()
			v, err := reg[f](ctx, args)
			if err != nil {
				v = map[string]string{"error": err.Error()}
			}
			out[i] = v
		}()
	}
	wg.Wait()
	return out
}

//label:good
func (s *Server) resolveAllSafe(ctx context.Context, fields []string, reg map[string]Resolver, args map[string]any) []any {
	out := make([]any, len(fields))
	var wg sync.WaitGroup
	for i, f := range fields {
		wg.Add(1)
		go func() {
			defer wg.Done()
			defer func() {
				if r := recover(); r != nil {
					s.panics.Add(1)
					s.log.Error("resolver", "field", f, "panic", r, "stack", string(debug.Stack()))
					out[i] = map[string]string{"error": "internal"}
				}
			}()
			v, err := reg[f](ctx, args)
			if err != nil {
				v = map[string]string{"error": err.Error()}
			}
			out[i] = v
		}()
	}
	wg.Wait()
	return out
}

//label:bad unrecoveredgoroutine
func (s *Server) HandleReindex(w http.ResponseWriter, r *http.Request) {
	keys := strings.Split(r.URL.Query().Get("keys"), ",")
	safego.Go("reindex", func() {
		for _, k := range keys {
			go s.reindexKey(k)
		}
	})
	w.WriteHeader(http.StatusAccepted)
}

func (s *Server) reindexKey(key string) {
	rec, err := s.store.Lookup(key)
	if err != nil {
		s.log.Warn("reindex", "key", key, "err", err)
	}
	_ = s.store.Insert("idx:"+rec.Parent.Key, rec.Fields[1:])
}

//label:good
func (s *Server) spawn(name string, fn func(context.Context)) {
	s.inflight.Add(1)
	go func() {
		defer s.inflight.Done()
		defer func() {
			if r := recover(); r != nil {
				s.panics.Add(1)
				s.log.Error("background task", "name", name, "panic", r)
			}
		}()
		fn(context.Background())
	}()
}

//label:good
func (s *Server) HandleRefresh(w http.ResponseWriter, r *http.Request) {
	key := r.PathValue("key")
	s.spawn("refresh", func(ctx context.Context) {
		rec, _ := s.store.Lookup(key)
		_ = s.store.Insert(rec.Parent.Key, rec.Fields[1:])
	})
	w.WriteHeader(http.StatusAccepted)
}

//label:bad unrecoveredgoroutine
func (s *Server) searchShards(ctx context.Context, shards []string, q string) map[string]float64 {
	type hit struct {
		id    string
		score float64
	}
	ch := make(chan hit, len(shards))
	for _, sh := range shards {
		go func(base string) {
			resp, err := s.client.Get(base + "/search?q=" + q)
			if err != nil {
				s.log.Warn("shard", "base", base, "err", err)
			}
			defer resp.Body.Close()
			var doc struct{ Hits []map[string]any }
			_ = json.NewDecoder(resp.Body).Decode(&doc)
			ch <- hit{doc.Hits[0]["id"].(string), doc.Hits[0]["score"].(float64)}
		}(sh)
	}
	out := map[string]float64{}
	for range shards {
		select {
		case h := <-ch:
			out[h.id] = h.score
		case <-ctx.Done():
			return out
		}
	}
	return out
}

//label:good
func (s *Server) drainInflight(ctx context.Context) error {
	done := make(chan struct{})
	go func() {
		s.inflight.Wait()
		close(done)
	}()
	select {
	case <-done:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

//label:good
func (s *Server) serveUntil(ctx context.Context, srv *http.Server) error {
	go func() {
		<-ctx.Done()
		sctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		if err := srv.Shutdown(sctx); err != nil {
			s.log.Warn("shutdown", "err", err)
		}
	}()
	if err := srv.ListenAndServe(); err != http.ErrServerClosed {
		return err
	}
	return nil
}

//label:good
func (s *Server) HandleSlowUpload(w http.ResponseWriter, r *http.Request) {
	ctx, cancel := context.WithCancel(r.Context())
	defer cancel()
	t := time.AfterFunc(30*time.Second, cancel)
	defer t.Stop()
	n, err := io.Copy(io.Discard, r.Body)
	if err != nil || ctx.Err() != nil {
		http.Error(w, "upload too slow", http.StatusRequestTimeout)
		return
	}
	fmt.Fprintln(w, n)
}
