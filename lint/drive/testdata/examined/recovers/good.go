package recovers

import (
	"context"
	"errors"
	"expvar"
	"fmt"
	"log"
	"net/http"
	"os"
	"runtime/debug"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"

	"example.com/examined/safe"
)

var panics = expvar.NewInt("panics")

//label:good
func (s *Shop) SubmitSafely(w http.ResponseWriter, _ *http.Request) {
	safe.Go(func() { s.fulfil(Order{}) })
	w.WriteHeader(http.StatusAccepted)
}

//label:good
func (s *Shop) BroadcastSafely(ctx context.Context, o Order) {
	for _, p := range s.plugins {
		go func() {
			defer safe.Recover(p.Name())
			_ = p.Handle(ctx, o)
		}()
	}
}

//label:good
func (s *Shop) GroupSafely(ctx context.Context, o Order) error {
	g, ctx := errgroup.WithContext(ctx)
	for name, p := range s.plugins {
		g.Go(func() (err error) {
			defer func() {
				if r := recover(); r != nil {
					err = fmt.Errorf("plugin %s panicked: %v", name, r)
				}
			}()
			return p.Handle(ctx, o)
		})
	}
	return g.Wait()
}

//label:good
func RemindSafely(after time.Duration, callback func()) {
	time.AfterFunc(after, func() {
		defer safe.Recover("reminder")
		callback()
	})
}

//label:good
func (s *Shop) WorkPerItem() {
	go func() {
		for o := range s.queue {
			s.one(o)
		}
	}()
}

//label:good
func (s *Shop) one(o Order) {
	defer func() {
		if r := recover(); r != nil {
			panics.Add(1)
		}
	}()
	s.fulfil(o)
}

//label:good
func (s *Shop) Restarting(ctx context.Context) {
	defer func() {
		if r := recover(); r != nil {
			log.Printf("worker: %v", r)
			go s.Restarting(ctx)
		}
	}()
	for {
		select {
		case <-ctx.Done():
			return
		case o := <-s.queue:
			s.fulfil(o)
		}
	}
}

// Begin starts the worker.
//
//label:good
func (s *Shop) Begin(ctx context.Context) { go s.Restarting(ctx) }

//label:good
func CancelOnStop(stop <-chan struct{}) context.Context {
	ctx, cancel := context.WithCancel(context.Background())
	go func() {
		<-stop
		cancel()
	}()
	return ctx
}

//label:good
func CloseWhenDone(wg *sync.WaitGroup) <-chan struct{} {
	done := make(chan struct{})
	go func() {
		wg.Wait()
		close(done)
	}()
	return done
}

//label:good
func Page(w http.ResponseWriter, r *http.Request) {
	ids := r.URL.Query()["id"]
	fmt.Fprint(w, ids[0])
}

//label:good
func Listen(addr string) error {
	srv := &http.Server{Addr: addr}
	errs := make(chan error, 1)
	go func() { errs <- srv.ListenAndServe() }()
	return <-errs
}

//label:good
func Pipeline(in <-chan int) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for n := range in {
			out <- n * n
		}
	}()
	return out
}

//label:good
func FailFast(load func() error) {
	// A panic here must end the process: nothing works without the keys.
	go func() {
		if err := load(); err != nil {
			panic(err)
		}
	}()
}

//label:good
func WithCleanup(path string, write func(*os.File)) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer func() {
		if r := recover(); r != nil {
			_ = f.Close()
			_ = os.Remove(path)
			panic(r)
		}
	}()
	write(f)
	return f.Close()
}

//label:good
func Try(f func()) (err error) {
	defer func() {
		switch r := recover().(type) {
		case nil:
		case error:
			err = r
		default:
			err = fmt.Errorf("%v", r)
		}
	}()
	f()
	return nil
}

var errParse = errors.New("parse")

//label:good
func ParseSafely(parse func() any) (v any, err error) {
	defer func() {
		if r := recover(); r != nil {
			if r != errParse {
				panic(r)
			}
			err = errParse
		}
	}()
	return parse(), nil
}

//label:good
func Middleware(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			if v := recover(); v != nil {
				if v == http.ErrAbortHandler {
					panic(v)
				}
				log.Printf("%s: %v\n%s", r.URL, v, debug.Stack())
				http.Error(w, "internal error", http.StatusInternalServerError)
			}
		}()
		next.ServeHTTP(w, r)
	})
}

// Guard recovers by a method.
type Guard struct{ name string }

//label:good
func (g Guard) done() {
	if r := recover(); r != nil {
		log.Println(g.name, r)
	}
}

//label:good
func (g Guard) Run(hooks []Hook, o Order) {
	for _, h := range hooks {
		go func() {
			defer g.done()
			_ = h(o)
		}()
	}
}

//label:good
func (s *Shop) SelectSafely(tick *time.Ticker, quit chan struct{}) {
	go func() {
		for {
			select {
			case <-tick.C:
				func() {
					defer safe.Recover("tick")
					s.onError(nil)
				}()
			case o := <-s.queue:
				s.one(o)
			case <-quit:
				return
			}
		}
	}()
}

// Safely gives the panic back as an error.
//
//label:good
func Safely[T any](f func() (T, error)) (v T, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("recovered: %v", r)
		}
	}()
	return f()
}

//label:good
func FetchAll[T any](fs []func() (T, error)) []T {
	out := make([]T, len(fs))
	var wg sync.WaitGroup
	for i, f := range fs {
		wg.Go(func() {
			v, err := Safely(f)
			if err != nil {
				log.Print(err)
			}
			out[i] = v
		})
	}
	wg.Wait()
	return out
}

//label:good
func (s *Shop) MethodValue(ctx context.Context) {
	run := s.Restarting
	go run(ctx)
}

//label:good
func IgnoreClosed(ch chan<- int, v int) {
	defer func() {
		// The receiver may have closed the channel already; that is harmless.
		_ = recover()
	}()
	ch <- v
}

//label:good
func Once(init func()) func() {
	var once sync.Once
	return func() {
		once.Do(func() {
			defer safe.Recover("init")
			init()
		})
	}
}
