// Package gateway forwards requests and raw connections to backends.
package gateway

import (
	"context"
	"encoding/binary"
	"encoding/json"
	"errors"
	"io"
	"log/slog"
	"net"
	"net/http"
	"runtime/debug"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"
)

type Backend interface {
	Transform(r *http.Request) ([]byte, error)
}

type Gateway struct {
	log      *slog.Logger
	backends []Backend
	upstream string
	http     *http.Server
	admin    *http.Server
	handlers map[byte]func(net.Conn, []byte) error
}

// LogPanic is meant to be deferred.
func LogPanic(where string) {
	if r := recover(); r != nil {
		slog.Error("panic", "where", where, "value", r, "stack", string(debug.Stack()))
	}
}

func answerPanic(w http.ResponseWriter) {
	if r := recover(); r != nil {
		slog.Error("panic in handler", "value", r)
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
}

//label:bad unrecoveredgoroutine
func (g *Gateway) ServeMirrored(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	go g.mirror(r.URL.Path, body)
	w.WriteHeader(http.StatusAccepted)
}

func (g *Gateway) mirror(path string, body []byte) {
	var doc map[string]any
	if json.Unmarshal(body, &doc) != nil {
		return
	}
	items := doc["items"].([]any)
	g.log.Info("mirrored", "path", path, "first", items[0])
}

//label:bad unrecoveredgoroutine
func (g *Gateway) ServeTunnel(w http.ResponseWriter, r *http.Request) {
	conn, _, err := http.NewResponseController(w).Hijack()
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	go g.readFrames(conn)
}

func (g *Gateway) readFrames(conn net.Conn) {
	defer conn.Close()
	buf := make([]byte, 4096)
	for {
		n, err := conn.Read(buf)
		if err != nil {
			return
		}
		size := binary.BigEndian.Uint16(buf[1:3])
		if err := g.handlers[buf[0]](conn, buf[3:3+size]); err != nil {
			g.log.Warn("frame", "err", err, "read", n)
			return
		}
	}
}

//label:missed unrecoveredgoroutine
func (g *Gateway) ServeFanOut(w http.ResponseWriter, r *http.Request) {
	var wg sync.WaitGroup
	out := make([][]byte, len(g.backends))
	for i, b := range g.backends {
		wg.Go(func() {
			res, err := b.Transform(r)
			if err != nil {
				g.log.Error("backend", "err", err)
				return
			}
			out[i] = res
		})
	}
	wg.Wait()
	for _, o := range out {
		_, _ = w.Write(o)
	}
}

//label:bad unrecoveredgoroutine
func (g *Gateway) ListenRaw(l net.Listener) error {
	for {
		c, err := l.Accept()
		if err != nil {
			return err
		}
		go g.serveRaw(c)
	}
}

func (g *Gateway) serveRaw(c net.Conn) {
	defer c.Close()
	hello := make([]byte, 64)
	n, err := c.Read(hello)
	if err != nil {
		return
	}
	nameLen := int(hello[4])
	g.log.Info("hello", "name", string(hello[5:n][:nameLen]))
	if err := g.handlers[hello[0]](c, hello[:n]); err != nil {
		g.log.Error("raw", "err", err)
	}
}

//label:good
func (g *Gateway) ListenFramed(l net.Listener) error {
	for {
		c, err := l.Accept()
		if err != nil {
			return err
		}
		go g.serveFramed(c)
	}
}

//label:good
func (g *Gateway) serveFramed(c net.Conn) {
	defer c.Close()
	defer LogPanic("framed connection")
	hello := make([]byte, 64)
	n, err := c.Read(hello)
	if err != nil {
		return
	}
	if err := g.handlers[hello[0]](c, hello[:n]); err != nil {
		g.log.Error("framed", "err", err)
	}
}

//label:bad recovermisuse
func (g *Gateway) WithRescue(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			answerPanic(w)
		}()
		next.ServeHTTP(w, r)
	})
}

//label:good
func (g *Gateway) WithAnswer(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		start := time.Now()
		defer answerPanic(w)
		next.ServeHTTP(w, r)
		g.log.Debug("served", "took", time.Since(start))
	})
}

//label:bad recovermisuse
func (g *Gateway) WithMetrics(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		start := time.Now()
		next.ServeHTTP(w, r)
		defer func() {
			if v := recover(); v != nil {
				g.log.Error("panic", "value", v, "path", r.URL.Path)
				w.WriteHeader(http.StatusInternalServerError)
			}
		}()
		g.log.Info("served", "took", time.Since(start))
	})
}

//label:good
func (g *Gateway) ServeConnect(w http.ResponseWriter, r *http.Request) {
	up, err := net.DialTimeout("tcp", g.upstream, 5*time.Second)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	down, _, err := http.NewResponseController(w).Hijack()
	if err != nil {
		up.Close()
		return
	}
	done := make(chan struct{}, 2)
	go func() { _, _ = io.Copy(up, down); done <- struct{}{} }()
	go func() { _, _ = io.Copy(down, up); done <- struct{}{} }()
	<-done
	up.Close()
	down.Close()
}

//label:good
func (g *Gateway) StopWith(ctx context.Context) <-chan error {
	done := make(chan error, 1)
	go func() {
		<-ctx.Done()
		sctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		done <- g.http.Shutdown(sctx)
	}()
	return done
}

//label:good
func (g *Gateway) ListenAndServe() error {
	var eg errgroup.Group
	eg.Go(g.http.ListenAndServe)
	eg.Go(func() error {
		err := g.admin.ListenAndServe()
		if errors.Is(err, http.ErrServerClosed) {
			return nil
		}
		return err
	})
	return eg.Wait()
}
