// Package grpcsvc is the search service.
package grpcsvc

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"os"
	"runtime/debug"
	"sync"

	"github.com/prometheus/client_golang/prometheus"
	"golang.org/x/sync/errgroup"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	"example.com/frameworks/internal/safego"
)

var panics = prometheus.NewCounterVec(prometheus.CounterOpts{Name: "grpc_panics_total"}, []string{"method"})

type Query struct {
	Terms  []string
	Filter map[string]string
	Page   *Page
}

type Page struct{ From, Size int }

type Hit struct {
	ID    string
	Score float64
}

type Shard interface {
	Search(ctx context.Context, q *Query) ([]Hit, error)
}

type Ranker func(q *Query, hits []Hit) []Hit

type Service struct {
	shards  []Shard
	rankers map[string]Ranker
	mu      sync.Mutex
	seen    map[string]int
}

// New makes the service.
func New(shards ...Shard) *Service {
	return &Service{shards: shards, rankers: map[string]Ranker{}, seen: map[string]int{}}
}

// Search asks all shards at once.
//
//label:bad unrecoveredgoroutine
func (s *Service) Search(ctx context.Context, q *Query) ([]Hit, error) {
	g, ctx := errgroup.WithContext(ctx)
	parts := make([][]Hit, len(s.shards))
	for i, sh := range s.shards {
		g.Go(func() error {
			hits, err := sh.Search(ctx, q)
			if err != nil {
				return err
			}
			parts[i] = s.rankers[q.Filter["rank"]](q, hits)[q.Page.From : q.Page.From+q.Page.Size]
			return nil
		})
	}
	if err := g.Wait(); err != nil {
		return nil, err
	}
	var all []Hit
	for _, p := range parts {
		all = append(all, p...)
	}
	return all, nil
}

// Follow streams hits until the client goes.
//
//label:bad unrecoveredgoroutine
func (s *Service) Follow(stream grpc.ServerStream) error {
	errc := make(chan error, 1)
	go s.receive(stream, errc)
	return <-errc
}

func (s *Service) receive(stream grpc.ServerStream, errc chan<- error) {
	for {
		var q Query
		if err := stream.RecvMsg(&q); err != nil {
			errc <- err
			return
		}
		key := q.Terms[0][:3]
		s.mu.Lock()
		s.seen[key] += q.Page.Size
		s.mu.Unlock()
	}
}

// UnaryGuard is the interceptor of the unary calls.
//
//label:bad recovermisuse
func UnaryGuard(ctx context.Context, req any, info *grpc.UnaryServerInfo, handler grpc.UnaryHandler) (resp any, err error) {
	defer func() {
		check := func() {
			if r := recover(); r != nil {
				log.Printf("%s: %v", info.FullMethod, r)
				err = status.Errorf(codes.Internal, "internal error")
			}
		}
		check()
	}()
	return handler(ctx, req)
}

// StreamGuard is the interceptor of the streams.
//
//label:bad recovermisuse
func StreamGuard(srv any, ss grpc.ServerStream, info *grpc.StreamServerInfo, handler grpc.StreamHandler) error {
	defer func() {
		recover()
	}()
	return handler(srv, ss)
}

// Count counts without a lock. Should two calls write the map at once, the
// recover below catches the "concurrent map writes" and the count is lost,
// which is acceptable.
//
//label:bad recovermisuse
func (s *Service) Count(term string) {
	defer func() {
		if r := recover(); r != nil {
			log.Printf("count of %s lost: %v", term, r)
		}
	}()
	s.seen[term]++
}

// UnaryRecover makes a panic of a handler an error of the call.
//
//label:good
func UnaryRecover(ctx context.Context, req any, info *grpc.UnaryServerInfo, handler grpc.UnaryHandler) (resp any, err error) {
	defer func() {
		if r := recover(); r != nil {
			log.Printf("%s: %v\n%s", info.FullMethod, r, debug.Stack())
			err = status.Errorf(codes.Internal, "internal error")
		}
	}()
	return handler(ctx, req)
}

// StreamRecover counts the panics of the streams.
//
//label:good
func StreamRecover(srv any, ss grpc.ServerStream, info *grpc.StreamServerInfo, handler grpc.StreamHandler) (err error) {
	defer func() {
		if r := recover(); r != nil {
			panics.WithLabelValues(info.FullMethod).Inc()
			err = status.Error(codes.Internal, fmt.Sprint(r))
		}
	}()
	return handler(srv, ss)
}

// Serve serves until ctx ends.
//
//label:good
func Serve(ctx context.Context, lis net.Listener, srv *grpc.Server) error {
	errc := make(chan error, 1)
	go func() { errc <- srv.Serve(lis) }()
	select {
	case err := <-errc:
		return err
	case <-ctx.Done():
		srv.GracefulStop()
		return nil
	}
}

// SearchAll is Search of the internal callers.
//
//label:good
func (s *Service) SearchAll(ctx context.Context, q *Query) (int, error) {
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(4)
	counts := make([]int, len(s.shards))
	for i, sh := range s.shards {
		g.Go(safego.Wrap(func() error {
			hits, err := sh.Search(ctx, q)
			counts[i] = len(s.rankers[q.Filter["rank"]](q, hits))
			return err
		}))
	}
	if err := g.Wait(); err != nil {
		return 0, err
	}
	n := 0
	for _, c := range counts {
		n += c
	}
	return n, nil
}

// Upload streams a file to w through a pipe.
//
//label:good
func Upload(path string, send func(io.Reader) error) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	pr, pw := io.Pipe()
	go func() {
		_, err := io.Copy(pw, f)
		pw.CloseWithError(err)
	}()
	err = send(pr)
	return errors.Join(err, pr.Close())
}

// Annotate adds the method to a panic and lets it go on.
//
//label:good
func Annotate(method string, fn func()) {
	defer func() {
		if r := recover(); r != nil {
			panic(fmt.Errorf("%s: %v", method, r))
		}
	}()
	fn()
}
